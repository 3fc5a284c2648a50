import { readFileSync } from 'node:fs'

/** One figure, one JSON line. */
export function figure(name: string, value: number, unit: string, more: Record<string, unknown> = {}) {
  process.stdout.write(
    `${JSON.stringify({ figure: name, value: Math.round(value * 1000) / 1000, unit, ...more })}\n`,
  )
}

/** CPU seconds a process has used so far, children not counted (Linux). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')')).split(' ')
  return (Number(fields[12]) + Number(fields[13])) / 100
}

export type Arm = { name: string; pid: number; request: () => Promise<void> }

/** CPU milliseconds per request of two arms, interleaved A-B-B-A so that a drift of the machine meets both alike. */
export async function interleaved(
  a: Arm,
  b: Arm,
  { rounds = 5, requests = 150 } = {},
): Promise<Record<string, number[]>> {
  const times: Record<string, number[]> = { [a.name]: [], [b.name]: [] }
  for (const arm of [a, b]) await measure(arm, requests)
  for (let round = 0; round < rounds; round++)
    for (const arm of [a, b, b, a]) times[arm.name]?.push(await measure(arm, requests))
  return times
}

async function measure({ pid, request }: Arm, requests: number): Promise<number> {
  const before = cpuSeconds(pid)
  for (let i = 0; i < requests; i++) await request()
  return ((cpuSeconds(pid) - before) * 1000) / requests
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((x, y) => x - y)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
