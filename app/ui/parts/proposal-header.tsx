import type { ReactNode } from 'react'
import { Tag } from '../marks/tag'
import type { TagTone } from '../marks/tones'
import { Crumb, type CrumbPlace } from './crumb'

type Props = {
  crumb: readonly CrumbPlace[]
  /** 案由 */
  title: string
  /** 第0217号建议 */
  number: string
  tags?: readonly { tone?: TagTone | undefined; label: string }[] | undefined
  /** 苏见微代表 */
  sponsors: string
  /** 成果转化处 沈知白承办 · 交办 2014-09-26 · 规则 … */
  facts?: readonly string[] | undefined
  /** The state, where the page has no stepper. */
  state?: ReactNode
}

/** The official number, the state and who handles it: the same head on every page of a proposal. */
export function ProposalHeader({ crumb, title, number, tags = [], sponsors, facts = [], state }: Props) {
  return (
    <>
      <Crumb places={crumb} />
      <div className="p-title">
        <h1 className="phr">{title}</h1>
        <p className="row dim">
          <b className="ink">{number}</b>
          {tags.map(({ tone, label }) => (
            <Tag key={label} tone={tone}>
              {label}
            </Tag>
          ))}
          {state}
          <span>{sponsors}</span>
          {facts.length > 0 ? <span className="mute">{facts.join(' · ')}</span> : null}
        </p>
      </div>
    </>
  )
}
