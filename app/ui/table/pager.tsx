import { buttonClass } from '../forms/button'

type Props = {
  /** 按期限，急的在前 · 本页 12 件，共 46 件 */
  summary: string
  previousHref?: string | undefined
  nextHref?: string | undefined
}

/** Keyset pages: back and on, without numbers. */
export function Pager({ summary, previousHref, nextHref }: Props) {
  return (
    <nav className="pager" aria-label="翻页">
      <span>{summary}</span>
      <span className="end row">
        <Turn href={previousHref}>上一页</Turn>
        <Turn href={nextHref}>下一页</Turn>
      </span>
    </nav>
  )
}

function Turn({ href, children }: { href: string | undefined; children: string }) {
  const look = buttonClass({ size: 'sm' })
  if (href !== undefined)
    return (
      <a className={look} href={href}>
        {children}
      </a>
    )
  return (
    <span className={look} aria-disabled="true">
      {children}
      <span className="vh">（没有了）</span>
    </span>
  )
}
