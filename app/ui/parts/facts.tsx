import { Fragment, type ReactNode } from 'react'
import { classNames } from '../class-names'

export type Fact = { term: string; detail: ReactNode }

export function Facts({ facts, small }: { facts: readonly Fact[]; small?: boolean | undefined }) {
  return (
    <dl className={classNames('kv', small && 'sm')}>
      {facts.map(({ term, detail }) => (
        <Fragment key={term}>
          <dt>{term}</dt>
          <dd>{detail}</dd>
        </Fragment>
      ))}
    </dl>
  )
}
