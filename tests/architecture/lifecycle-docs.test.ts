import { expect, it } from 'vitest'
import { tables } from '~/domain/proposal/events'
import { stateDiagram, tableOfEvents } from '~/domain/proposal/lifecycle-diagram'

const section = (title: string, table: Parameters<typeof stateDiagram>[0], withDiagram = true) =>
  [
    `## ${title}`,
    ...(withDiagram ? ['```mermaid', stateDiagram(table), '```'] : []),
    tableOfEvents(table),
  ].join('\n\n')

it('docs/lifecycles.md is what the tables say (vitest -u writes it anew)', async () => {
  const page = [
    '# The lifecycles\n\nGenerated from the tables in `app/domain`; do not edit. `none`: the thing does not exist yet. `same`: the state stays.',
    section('Proposal 件', tables.proposal),
    section('Reply 答复件', tables.reply),
    section('Request 会办', tables.request),
    section('Objection 退办', tables.objection),
    section('Work beside the state', tables.beside, false),
    '',
  ].join('\n\n')
  await expect(page).toMatchFileSnapshot('../../docs/lifecycles.md')
})
