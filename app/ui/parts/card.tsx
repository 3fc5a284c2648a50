import type { ReactNode } from 'react'

type Props = {
  /** Also the fragment of a link to it. */
  id: string
  title: string
  note?: ReactNode
  /** A word or a link at the right hand of the head. */
  end?: ReactNode
  /** Segments or buttons at the right hand; a row of their own on a phone. */
  tools?: ReactNode
  /** Space around the content; tables and lists bring their own. */
  pad?: boolean | undefined
  children: ReactNode
}

export function Card({ id, title, note, end, tools, pad, children }: Props) {
  return (
    <section className="card" id={id} aria-labelledby={`${id}-h`}>
      <div className="card-h">
        <h2 id={`${id}-h`}>{title}</h2>
        {note ? <span className="sm mute">{note}</span> : null}
        {end ? <span className="end sm">{end}</span> : null}
        {tools ? <div className="card-tools">{tools}</div> : null}
      </div>
      {pad ? <div className="pad">{children}</div> : children}
    </section>
  )
}
