import type { RuleRow } from './rule-row'

type Table = Record<string, RuleRow<string>>

/** A Mermaid state diagram of one lifecycle table. */
export function stateDiagram(table: Table): string {
  const lines = Object.entries(table).flatMap(([event, row]) =>
    [row.to, ...(row.orTo ?? [])].flatMap((target) =>
      row.from.flatMap((from) => {
        const to = target === 'same' ? from : target
        return from === 'none' && to === 'none'
          ? []
          : [`  ${from === 'none' ? '[*]' : from} --> ${to}: ${event}`]
      }),
    ),
  )
  const late = Object.entries(table).flatMap(([event, { late: past }]) =>
    past ? past.from.map((from) => `  ${from} --> ${past.to}: ${event} (late)`) : [],
  )
  return ['stateDiagram-v2', ...lines, ...late].join('\n')
}

/** The same table as rows of Markdown: event, from, to, who, guards. */
export function tableOfEvents(table: Table): string {
  const rows = Object.entries(table).map(([event, row]) => {
    const who = Object.entries(row.who).map(([role, relation]) =>
      relation === 'bureau' ? role : `${role} (${relation})`,
    )
    const guards = [
      row.guards.join(', '),
      row.assist?.guards ? `会办: ${row.assist.guards.join(', ')}` : '',
    ].filter(Boolean)
    const late = row.late ? `; late: ${row.late.from.join(', ')} → ${row.late.to}` : ''
    return `| ${event} | ${row.from.join(', ')} | ${[row.to, ...(row.orTo ?? [])].join(', ')}${late} | ${who.join(', ')} | ${guards.join('; ')} |`
  })
  return ['| event | from | to | who | guards |', '|---|---|---|---|---|', ...rows].join('\n')
}
