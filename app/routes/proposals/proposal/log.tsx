import { useLoaderData } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { EmptyState } from '~/ui/parts/empty-state'
import { Timeline } from '~/ui/parts/timeline'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { events, packages } = await proposalOf(visit)
  return {
    events: events.map((e) => ({
      n: e.sequence,
      at: e.at.toISOString(),
      who: e.who,
      sentence: e.sentence,
      hash: e.hash.slice(0, 12),
    })),
    packages: packages.map((p) => ({ version: p.version, hash: p.sha256.slice(0, 16) })),
  }
})

export default function Log() {
  const { events, packages } = useLoaderData<typeof loader>()
  if (events.length === 0)
    return (
      <div className="pad">
        <EmptyState title="日志只有承办单位的人能看" />
      </div>
    )
  return (
    <div className="pad stack">
      {packages.map((p) => (
        <p key={p.version} className="note note-green">
          归档包第 {p.version} 版，校验值 {p.hash}
        </p>
      ))}
      <Timeline
        entries={events.map((e) => ({
          id: e.n,
          when: new Date(e.at),
          who: e.who,
          sentence: e.sentence,
          detail: (
            <span className="xs mute">
              第 {e.n} 条 · {e.hash}
            </span>
          ),
        }))}
      />
    </div>
  )
}
