import type { ReactNode } from 'react'
import { Facts, type Fact } from './facts'

type Props = {
  /** The page opens it by #id. */
  id: string
  /** 确认签发 */
  title: string
  /** What is signed, to whom, which version. */
  facts?: readonly Fact[] | undefined
  children?: ReactNode
  /** Open on a page of its own, as the answer to a refused form. */
  open?: boolean | undefined
  action?: string | undefined
  /** The one button that does it. */
  submit: ReactNode
  cancelHref?: string | undefined
}

/** Rises over the page when its fragment is followed; no script. */
export function Sheet({
  id,
  title,
  facts = [],
  children,
  open,
  action,
  submit,
  cancelHref = '#main',
}: Props) {
  return (
    <dialog className="sheet" id={id} open={open} aria-modal="true" aria-labelledby={`${id}-h`}>
      <a className="sheet-x" href={cancelHref} aria-label="关闭" />
      <form className="sheet-in" method="post" action={action}>
        <h2 id={`${id}-h`}>{title}</h2>
        {facts.length > 0 ? <Facts facts={facts} /> : null}
        {children}
        <div className="sheet-b">
          <a className="btn btn-l" href={cancelHref}>
            取消
          </a>
          {submit}
        </div>
      </form>
    </dialog>
  )
}
