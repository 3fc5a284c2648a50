import type { RuleRow } from './rule-row'

/** What is wrong with a lifecycle table, in words; an empty list when nothing is. Used by the architecture tests. */
export function tableFaults(
  table: Record<string, RuleRow<string>>,
  known: {
    states: readonly string[]
    finals: readonly string[]
    guards: readonly string[]
    freeOfGuards: readonly string[]
  },
): string[] {
  const rows = Object.entries(table)
  const reached = reachable(rows, known.states)
  return [
    ...known.states.filter((s) => !reached.has(s)).map((s) => `no event leads to ${s}`),
    ...known.states.filter((s) => !canEnd(s, rows, known.finals)).map((s) => `${s} cannot come to an end`),
    ...rows.flatMap(([event, row]) => rowFaults(event, row, known)),
  ]
}

function rowFaults(
  event: string,
  row: RuleRow<string>,
  known: { states: readonly string[]; guards: readonly string[]; freeOfGuards: readonly string[] },
) {
  const states = [
    ...row.from,
    row.to,
    ...(row.orTo ?? []),
    ...(row.late ? [...row.late.from, row.late.to] : []),
  ].filter((s) => s !== 'none' && s !== 'same')
  const faults = states
    .filter((s) => !known.states.includes(s))
    .map((s) => `${event} names the unknown state ${s}`)
  const guards = [...row.guards, ...(row.assist?.guards ?? [])]
  faults.push(
    ...guards.filter((g) => !known.guards.includes(g)).map((g) => `${event} names the unknown guard ${g}`),
  )
  if (Object.keys(row.who).length === 0) faults.push(`nobody may ${event}`)
  if (row.guards.length === 0 && !known.freeOfGuards.includes(event)) faults.push(`${event} has no guard`)
  if (new Set(row.from).size !== row.from.length) faults.push(`${event} names a state twice`)
  return faults
}

type Rows = [string, RuleRow<string>][]

const targets = (row: RuleRow<string>) =>
  [row.to, ...(row.orTo ?? []), row.assist?.to ?? 'same', row.late?.to ?? 'same'].filter((s) => s !== 'same')

function reachable(rows: Rows, states: readonly string[]): Set<string> {
  const found = new Set<string>(['none'])
  for (let grew = true; grew;) {
    const before = found.size
    for (const [, row] of rows)
      if (row.from.some((s) => found.has(s))) for (const to of targets(row)) found.add(to)
    grew = found.size > before
  }
  return new Set(states.filter((s) => found.has(s)))
}

function canEnd(state: string, rows: Rows, finals: readonly string[]): boolean {
  const seen = new Set([state])
  for (const at of seen) {
    if (finals.includes(at)) return true
    for (const [, row] of rows) if (row.from.includes(at)) for (const to of targets(row)) seen.add(to)
  }
  return false
}
