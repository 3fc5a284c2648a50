import type { ReactNode } from 'react'
import type { Case } from '~/domain/triage/find-similar.server'
import { paths } from '~/http/paths'
import { Tag } from '~/ui/marks/tag'
import { numberWords } from '~/ui/words'
import { endWords, whenceWords, whyWords } from './case-words'

/** Past items: which, of what year, who handled it, how it ended, and why it is shown. */
export function CaseList({ children }: { children: ReactNode }) {
  return <ul className="cases">{children}</ul>
}

type Props = { it: Case & { why?: string; isDuplicate?: boolean }; act?: ReactNode }

export function CaseItem({ it, act }: Props) {
  return (
    <li>
      <p>
        {it.isDuplicate ? <Tag tone="red">疑似重复</Tag> : null}{' '}
        <a href={paths.proposal(it.registerNo)}>{it.subject}</a>
      </p>
      <p className="sm mute">
        {numberWords(it.officialNo, it.track)}（{it.registerNo}）：{whenceWords(it)}
      </p>
      <p className="sm">{endWords(it)}</p>
      {it.why ? <p className="sm hint">{it.why}</p> : null}
      {act}
    </li>
  )
}

export const withWhy = <C extends Parameters<typeof whyWords>[0]>(c: C) => ({
  ...c,
  why: whyWords(c),
  isDuplicate: c.likeness.kind === 'duplicate',
})
