import { randomUUID } from 'node:crypto'
import { and, eq, notInArray } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { bureau, meeting } from '~/db/schema/people'
import { proposal } from '~/db/schema/proposal'
import { shanghaiDay, yearOf } from '../deadlines/day'
import { readRulebook, readRules } from '../deadlines/read-rulebook.server'
import type { Rulebook, Rules } from '../deadlines/rulebook'
import { setDeadlines } from '../deadlines/set-deadlines.server'
import { appendEvent } from '../log/append-event.server'
import { chainStart, sha256 } from '../log/hashes.server'
import { hasRole } from '../people/viewer'
import type { Command } from '../proposal/command'
import type { ProposalFacts } from '../proposal/facts'
import { inputProblems, reasonsAgainst } from '../proposal/refusal'
import { refreshAccess } from '../proposal/refresh-access.server'
import { digestOf, firstResult, rememberResult } from '../proposal/remember-command.server'
import { numberFreeStates } from '../proposal/states'
import { Invalid, Refused } from '../refusals'
import { takeNumber } from '../reply/numbering.server'
import { keepSearchable } from '../search/keep-searchable.server'
import { addSponsors } from './add-sponsors.server'
import { birthFacts } from './birth-facts'
import { bornProposal, firstClocks, firstEvent, registerNoOf } from './born-proposal'
import { recordProvenance, type RegisteredFrom } from './documents/provenance.server'
import { readingOf } from './documents/read-document.server'
import type { Registration } from './registration'

const notARegistrar = { code: 'NOT_YOURS', message: '登记由登记员办理。', whoCanResolve: '登记员' }

export type Registered = { proposalId: string; registerNo: string }

/**
 * Registers one item: its row, sponsors, reply and contact deadlines, and the first event of its chain.
 * `alsoIn` is done in the same transaction, once.
 * @throws Refused unless a registrar · Invalid when the meeting is of another track or the number is taken · Conflict
 */
export async function registerProposal(
  command: Command,
  input: Registration,
  from?: RegisteredFrom,
  alsoIn?: (tx: Tx, made: Registered) => Promise<void>,
): Promise<Registered> {
  const bureauId = command.viewer.bureauId
  if (!bureauId || !hasRole(command.viewer, 'registrar')) throw new Refused('register', [notARegistrar])
  const digest = digestOf(from ? { ...input, from } : input)
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, 'register', digest)
    if (first) return first.result as Registered
    const rulebook = await readRulebook(tx)
    const reading = from ? await readingOf(tx, from.readingId) : null
    const source = reading ? { sourceHash: reading.file.sha256 } : {}
    const row = { ...(await newRow(tx, command, bureauId, input, rulebook)), ...source }
    const rules = await readRules(tx, row)
    await judge(tx, command, row, rules)
    const term = await termOf(tx, input)
    await write(tx, command, { ...rules, proposal: row }, input, term)
    const born = { proposalId: row.id, bureauId }
    if (reading) await recordProvenance(tx, command, born, reading, input, from?.accepted ?? [])
    const made = { proposalId: row.id, registerNo: row.registerNo }
    await alsoIn?.(tx, made)
    await rememberResult(tx, command, 'register', digest, made)
    return made
  })
}

/** Taking the register number first makes registrations of a bureau wait for one another: two cannot pass ITEM_UNIQUE. */
async function newRow(
  tx: Tx,
  command: Command,
  bureauId: string,
  input: Registration,
  rulebook: Rulebook,
): Promise<ProposalFacts> {
  const year = yearOf(shanghaiDay(command.now))
  const { seq } = await takeNumber(tx, { bureauId, purpose: 'register', year }, '登记')
  return bornProposal(
    input,
    {
      id: randomUUID(), bureauId, registerNo: registerNoOf(year, seq), sourceHash: sha256(input.text), headHash: chainStart,
      registeredAt: command.now,
    },
    rulebook,
  ) // prettier-ignore
}

async function judge(tx: Tx, command: Command, row: ProposalFacts, rules: Rules) {
  const [home] = await tx.select().from(bureau).where(eq(bureau.id, row.bureauId))
  if (!home) throw new Error('the registrar has no bureau')
  const f = birthFacts(command, home, row, rules, { sameItem: await sameItem(tx, row) })
  const reasons = reasonsAgainst('register', f)
  if (reasons.length > 0) throw new Refused('register', reasons)
  const problems = inputProblems('register', f)
  if (problems.length > 0) throw new Invalid(problems)
}

/** The register number that holds this meeting's official number already. */
async function sameItem(tx: Tx, row: ProposalFacts): Promise<string | null> {
  const [taken] = await tx
    .select({ registerNo: proposal.registerNo })
    .from(proposal)
    .where(
      and(
        eq(proposal.meetingId, row.meetingId),
        eq(proposal.sessionKind, row.sessionKind),
        eq(proposal.officialNo, row.officialNo),
        notInArray(proposal.state, [...numberFreeStates]),
      ),
    )
  return taken?.registerNo ?? null
}

async function termOf(tx: Tx, input: Registration): Promise<number> {
  const [held] = await tx.select().from(meeting).where(eq(meeting.id, input.meetingId))
  if (!held || held.track !== input.track)
    throw new Invalid([{ field: 'meetingId', message: '会议与类别不符，请重新选择。' }])
  return held.term
}

type Born = Rules & { proposal: ProposalFacts }

async function write(tx: Tx, command: Command, born: Born, input: Registration, term: number) {
  const { proposal: row } = born
  await tx.insert(proposal).values(row)
  await refreshAccess(tx, row)
  const from = {
    names: input.sponsors,
    track: input.track,
    term,
    isOrganisation: input.sponsorKind === 'organisation',
  }
  await addSponsors(tx, { proposalId: row.id, bureauId: row.bureauId }, from)
  await setDeadlines(tx, born, firstClocks(born, input))
  await refreshAccess(tx, row)
  await keepSearchable(tx, row.id)
  const times = { businessAt: command.now, recordedAt: command.realNow }
  const headHash = await appendEvent(tx, command.viewer, firstEvent(row, randomUUID()), times)
  await tx.update(proposal).set({ headHash }).where(eq(proposal.id, row.id))
}
