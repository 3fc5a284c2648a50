import { randomUUID } from 'node:crypto'
import { setImmediate as breathe } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { insertMany, planOnce } from '~/db/insert-many.server'
import { itemDay } from '~/db/schema/intake'
import { appUser, bureau, division, meeting } from '~/db/schema/people'
import { deadline, proposal, sponsor } from '~/db/schema/proposal'
import { takenOver } from '~/db/schema/taken-over'
import { shanghaiDay, yearOf } from '../../deadlines/day'
import { readRulebook } from '../../deadlines/read-rulebook.server'
import { rulesOf } from '../../deadlines/rulebook'
import { deadlineRow, reckonOnce } from '../../deadlines/set-deadlines.server'
import { appendFirstEvents, eventRow } from '../../log/append-event.server'
import { chainStart, sha256 } from '../../log/hashes.server'
import { accessRows, nothingDue } from '../../proposal/access'
import type { Command } from '../../proposal/command'
import type { BureauFacts, ProposalFacts } from '../../proposal/facts'
import { inputProblems, reasonsAgainst } from '../../proposal/refusal'
import { Invalid, Refused } from '../../refusals'
import { takeNumber } from '../../reply/numbering.server'
import { takeTurnAtNumbers } from '../../taking-over/numbers-used.server'
import { clocksGoingOn, takeOver } from '../../taking-over/take-over.server'
import { birthFacts } from '../birth-facts'
import { bornProposal, firstClocks, firstEvent, registerNoOf } from '../born-proposal'
import type { ListedRegistration, TakenOver } from '../registration'
import { delegateKindOf, delegatesNamed } from './delegates-named.server'

/** An item of a list with where it stands there. */
export type Listed = { position: number; item: ListedRegistration }

export type Source = { importId: string; fileName: string }

export type Made = { position: number; proposalId: string; registerNo: string }

const breathAfterMs = 8

/**
 * Takes the bureau's turn at registering before it is asked what is registered: two lists at once cannot both find
 * nothing; and at letter numbers, of which the list may bring some.
 */
export async function takeTurn(tx: Tx, command: Command, bureauId: string) {
  await takeNumbers(tx, command, bureauId, 0)
  await takeTurnAtNumbers(tx, bureauId)
}

const takeNumbers = (tx: Tx, command: Command, bureauId: string, count: number) =>
  takeNumber(tx, { bureauId, purpose: 'register', year: yearOf(shanghaiDay(command.now)) }, '登记', count)

/**
 * Registers items as registerProposal does one, from the same pure functions, but a table at a time. All of them or
 * none; what is registered already was asked before under takeTurn.
 * @throws Refused unless a registrar · Invalid when a rule finds fault with one of them
 */
export async function registerListed(
  tx: Tx,
  command: Command,
  listed: readonly Listed[],
  source: Source,
): Promise<Made[]> {
  if (listed.length === 0) return []
  const { home, born } = await bear(tx, command, listed, source)
  const delegates = await delegatesNamed(tx, home.id, born)
  const sponsors = born.flatMap(({ row, item, term }) =>
    item.sponsors.map((name, index) => {
      const delegateId = delegates.get({ track: row.track, term, name, kind: delegateKindOf(item) })
      return { proposalId: row.id, bureauId: home.id, delegateId, position: index + 1 }
    }),
  )
  const deadlines = born.flatMap((b) => b.deadlines)
  await insertMany(tx, proposal, born.map((b) => ({ ...b.row, headHash: b.events.at(-1)?.hash ?? chainStart }))) // prettier-ignore
  await setFirstAccess(tx, born, sponsors)
  await insertMany(tx, sponsor, sponsors)
  await insertMany(tx, itemDay, born.flatMap((b) => b.itemDay ?? [])) // prettier-ignore
  await insertMany(tx, deadline, deadlines, 'derivation')
  await insertMany(tx, takenOver, born.flatMap((b) => b.takenOver ?? [])) // prettier-ignore
  await appendFirstEvents(tx, born.flatMap((b) => b.events)) // prettier-ignore
  return born.map(({ position, row }) => ({ position, proposalId: row.id, registerNo: row.registerNo }))
}

type Born = Awaited<ReturnType<typeof bear>>['born'][number]

/** What the log calls our divisions and people. */
async function readNames(tx: Tx) {
  const [divisions, people] = await Promise.all([
    tx.select({ id: division.id, name: division.name }).from(division),
    tx.select({ id: appUser.id, name: appUser.name }).from(appUser),
  ])
  return ({ divisionId, handlerId }: TakenOver) => ({
    division: divisions.find((d) => d.id === divisionId)?.name ?? '',
    handler: people.find((u) => u.id === handlerId)?.name ?? '',
  })
}

/** All rows of all tables for each item, made up before the first is written. */
async function bear(tx: Tx, command: Command, listed: readonly Listed[], source: Source) {
  const [[home], meetings, rulebook, namesOf] = await Promise.all([
    tx
      .select()
      .from(bureau)
      .where(eq(bureau.id, command.viewer.bureauId ?? '')),
    tx.select().from(meeting),
    readRulebook(tx),
    readNames(tx),
  ])
  if (!home) throw new Error('the registrar has no bureau')
  const year = yearOf(shanghaiDay(command.now))
  const { seq } = await takeNumbers(tx, command, home.id, listed.length)
  const reckon = reckonOnce()
  const born = []
  let since = performance.now()
  for (const [index, { position, item }] of listed.entries()) {
    const held = meetings.find((m) => m.id === item.meetingId)
    if (!held || held.track !== item.track)
      throw new Invalid([{ field: 'meetingId', message: '会议与类别不符，请重新选择。' }])
    const { dueOn, takenOver: told, ...said } = item
    const fresh = bornProposal(
      said,
      {
        id: randomUUID(), bureauId: home.id, registerNo: registerNoOf(year, seq + index), sourceHash: sha256(item.text),
        headHash: chainStart, registeredAt: command.now,
      },
      rulebook,
    ) // prettier-ignore
    const fixed = dueOn === null ? null : { proposalId: fresh.id, bureauId: home.id, dueOn, source: `交办清单“${source.fileName}”` } // prettier-ignore
    const rules = rulesOf(rulebook, { ...fresh, region: held.region, itemDay: fixed })
    judge('register', command, home, fresh, rules, { sameItem: null })
    if (told) judge('taken_over', command, home, fresh, rules, told)
    const clocks = firstClocks(rules, item).map((start) =>
      deadlineRow({ ...rules, proposal: fresh }, start, reckon),
    )
    const times = { businessAt: command.now, recordedAt: command.realNow }
    const from = { list: source.fileName, listId: source.importId, listRow: position }
    const event = eventRow(command.viewer, firstEvent(fresh, randomUUID(), from), times)
    const taken = told
      ? takeOver(command, fresh, told, { previous: event, names: namesOf(told), times })
      : null
    const row = taken?.row ?? fresh
    const deadlines = clocksGoingOn(clocks, told)
    const events = taken ? [event, taken.event] : [event]
    born.push({ position, item, row, term: held.term, deadlines, itemDay: fixed, events, takenOver: taken?.record }) // prettier-ignore
    if (performance.now() - since < breathAfterMs) continue
    await breathe()
    since = performance.now()
  }
  return { home, born }
}

function judge(
  event: 'register' | 'taken_over',
  command: Command,
  home: BureauFacts,
  row: ProposalFacts,
  rules: ReturnType<typeof rulesOf>,
  input: Record<string, unknown>,
) {
  const f = birthFacts(command, home, row, rules, { ...input, isListed: true })
  const reasons = reasonsAgainst(event, f)
  if (reasons.length > 0) throw new Refused(event, reasons)
  const problems = inputProblems(event, f)
  if (problems.length > 0) throw new Invalid(problems)
}

async function setFirstAccess(
  tx: Tx,
  born: readonly Born[],
  sponsors: readonly { proposalId: string; delegateId: string }[],
) {
  const sponsorIds = new Map<string, string[]>()
  for (const { proposalId, delegateId } of sponsors)
    sponsorIds.set(proposalId, [...(sponsorIds.get(proposalId) ?? []), delegateId])
  const rows = born.flatMap(({ row, deadlines }) => {
    const due_on = deadlines.flatMap((d) => (d.metOn ? [] : [d.dueOn])).toSorted()[0] ?? nothingDue
    return accessRows({ divisionId: row.divisionId, askedUnitIds: [], askedDivisionIds: [], sponsorIds: sponsorIds.get(row.id) ?? [] }).map((access) => ({ proposal_id: row.id, due_on, ...access })) // prettier-ignore
  })
  await planOnce(tx, sql`select fuhan_set_first_access(${JSON.stringify(rows)}::text::jsonb)`)
}
