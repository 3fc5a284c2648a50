import type { ReactNode } from 'react'

type Props = { title: string; note?: ReactNode; open?: boolean | undefined; children: ReactNode }

/** A section that opens in place; open when it holds something to do. */
export function Fold({ title, note, open, children }: Props) {
  return (
    <details className="card fold" open={open}>
      <summary>
        <h2>{title}</h2>
        {note ? <span className="sm mute">{note}</span> : null}
      </summary>
      {children}
    </details>
  )
}
