import type { ReactNode } from 'react'

type Props = {
  /** 没有保存, 没有找到, 没有权限 */
  status: string
  /** What happened. */
  title: string
  /** What was kept. */
  kept?: ReactNode
  /** What to do. */
  actions?: ReactNode
  /** When, as Shanghai's clocks showed it. */
  at?: string | undefined
  /** The number to quote. */
  number: string
  /** Whom to ask: 技术支持 0000-6120 8801 */
  help?: string | undefined
}

export function ErrorPage({ status, title, kept, actions, at, number, help }: Props) {
  return (
    <div className="oops">
      <p className="tag tag-red">{status}</p>
      <h1>{title}</h1>
      {kept ? <p>{kept}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
      <hr />
      <p className="hint">
        {at === undefined ? null : `发生时间 ${at}　`}编号 <span className="nb">{number}</span>
        。需要帮助，请把编号告诉
        {help ?? '系统管理员'}。
      </p>
    </div>
  )
}
