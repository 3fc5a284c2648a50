import { isProvisionalDay } from '~/domain/deadlines/calendar'
import { clockOf, deadlineStandsSince } from '~/domain/deadlines/clocks'
import { shanghaiDay } from '~/domain/deadlines/day'
import { extensionWords, type Derivation } from '~/domain/deadlines/derivation'
import { openDeadlines } from '~/domain/deadlines/recount'
import { meetingPhrase } from '~/domain/deadlines/meeting-words'
import type { TimeLeft } from '~/domain/deadlines/time-left'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import type { UserVisit } from '~/http/for-user.server'
import { isNobodyLeft, summaryOf } from '~/domain/co-handling/request-summary'
import { isStaff } from '~/domain/people/viewer'
import { isOpenProposal } from '~/domain/proposal/states'
import { shortDay } from '~/ui/dates'
import { delegateWords, requestStateWords } from '~/ui/words'
import { actsOffered } from './acts-offered'
import { changesOfClock } from './changes-of-clock'
import { windowClock } from './objection-page.server'
import { standingWords } from './standing-words'
import { stagesPassed } from './stages-passed'
import { whatIsMissing } from './what-is-missing'
import { whoseTurn } from './whose-turn'

/** What stands around every tab and act of a proposal. */
export function framePage(read: ProposalRead, visit: UserVisit) {
  const { facts } = read
  const { proposal: p } = facts
  return {
    id: p.id,
    number: p.registerNo,
    officialNo: p.officialNo,
    track: p.track,
    subject: p.subject,
    state: p.state,
    priority: p.priority,
    isPaused: isOpenProposal(p.state) && facts.pauses.some((pause) => pause.resumedOn === null),
    isExtended: isOpenProposal(p.state) && facts.extensions.some((e) => isOpenDeadline(facts, e.deadlineId)),
    handlingRole: p.handlingRole,
    sessionKind: p.sessionKind,
    round: p.round,
    isTakenOver: facts.takenOver !== null,
    isObjected: facts.objection?.state === 'raised',
    group: groupOf(facts),
    ended: standingWords.ended(facts, read.particulars.withdrawal),
    answered: standingWords.answered(facts),
    meeting: read.meeting
      ? meetingPhrase({
          placePrefix: read.meeting.region,
          track: p.track,
          term: read.meeting.term,
          session: read.meeting.session,
        })
      : '',
    sponsors: sponsorWords(read),
    lines: [...headLines(read), ...coHandlingLine(read)],
    steps: stagesPassed(
      { state: p.state, replyState: facts.reply?.state ?? null, events: read.events },
      visit.now,
      facts.calendar,
    ),
    turn: whoseTurn(facts),
    clocks: clocksOf(read, visit),
    contacts: read.sponsors.map((s) => ({ name: s.name, phone: s.phone ?? '', address: s.address ?? '' })),
    acts: actsOffered(facts),
    ...whatIsMissing(facts),
    isNobodyLeft: p.state === 'handling' && isNobodyLeft(ownRequests(read)),
    counts: countsOf(read),
    today: shanghaiDay(visit.now),
    rules: { id: p.profileId, version: p.profileVersion, name: facts.profile.name },
  }
}

function sponsorWords({ sponsors, facts }: ProposalRead): string {
  const names = sponsors.map((s) =>
    s.kind === 'organisation' ? s.name : `${s.name}${delegateWords[facts.proposal.track]}`,
  )
  return names.length > 2 ? `${names[0]}等 ${names.length} 人` : names.join('、')
}

function headLines({ facts: { proposal, profile }, divisions, people, particulars }: ProposalRead): string[] {
  const division = divisions.find((d) => d.id === proposal.divisionId)?.name
  const handler = people.find((u) => u.id === proposal.handlerId)?.name
  return [
    ...(division ? [handler ? `${division} ${handler}承办` : division] : []),
    `交办 ${proposal.assignedOn}`,
    `登记号 ${proposal.registerNo}`,
    `规则 ${profile.name}`,
    ...standingWords.particulars(particulars),
  ]
}

const ownRequests = ({ requests, facts }: ProposalRead) =>
  requests.filter((r) => r.round === facts.proposal.round)

/** 会办 3/5，退回补充，最早 03-27 到期 */
function coHandlingLine(read: ProposalRead): string[] {
  const { asked, settled, worst, owedBy } = summaryOf(ownRequests(read))
  if (asked === 0) return []
  const parts = [`会办 ${settled}/${asked}`]
  if (worst && settled < asked) parts.push(requestStateWords[worst])
  if (owedBy) parts.push(`最早 ${shortDay(owedBy)} 到期`)
  return [parts.join('，')]
}

function clocksOf({ deadlines, facts }: ProposalRead, visit: UserVisit) {
  const today = shanghaiDay(visit.now)
  const { profile, pauses, proposal } = facts
  const isOpen = isOpenProposal(proposal.state)
  const awaited = facts.receipts
    .filter((r) => r.state === 'awaiting')
    .slice(0, 1)
    .map((r) => ({
      ...r,
      kind: 'receipt',
      unit: profile.deadlines.receipt.unit,
      metOn: null,
      isProvisional: isProvisionalDay(r.dueOn, facts.calendar),
    }))
  const own = [...deadlines, ...awaited]
    .filter((d) => d.round === proposal.round)
    .map((d) => {
      const isRunning = d.metOn === null && isOpen
      const since = isRunning && d.kind !== 'receipt' ? deadlineStandsSince(d, pauses) : null
      const derivation = JSON.parse(d.derivation) as Derivation
      const clock = clockOf(facts, d, today, since)
      return {
        ...clock,
        metOn: d.metOn,
        isRunning,
        rule: profile.name,
        derivation,
        notes: [extensionWords(derivation), since ? heldWords(clock.left, d.unit) : null].filter(
          (note) => note !== null,
        ),
        changes: d.kind === 'receipt' ? [] : changesOfClock(facts, d),
      }
    })
  return [...windowOf(facts), ...own]
}

/** 退办期限 stands with the clocks while it runs; on its last day it is red. */
function windowOf(facts: ProposalRead['facts']) {
  const window = windowClock(facts)
  if (!window) return []
  const { clock, derivation, isLastDay } = window
  const left = isLastDay ? { ...clock.left, kind: 'late' as const, words: '今天截止' } : clock.left
  return [
    {
      ...clock,
      left,
      metOn: null,
      isRunning: true,
      rule: facts.profile.name,
      derivation,
      notes: [],
      changes: [],
    },
  ]
}

/** 并案: the leading one names its members, a member names the leading one. */
function groupOf({ group }: ProposalRead['facts']) {
  if (!group) return null
  const { leading, members, isLeading } = group
  return { isLeading, others: isLeading ? members.filter((m) => m.id !== leading.id) : [leading] }
}

const heldWords = ({ amount }: TimeLeft, unit: string) =>
  `暂停时剩 ${amount} ${unit === 'workday' ? '个工作日' : '天'}，期间不计，恢复后顺延`

const isOpenDeadline = (facts: ProposalRead['facts'], id: string) =>
  openDeadlines(facts).some((d) => d.id === id)

function countsOf(read: ProposalRead) {
  const { facts, contacts, letters, events, promises } = read
  const { settled, asked } = summaryOf(ownRequests(read))
  return {
    asks: facts.asks.length,
    requests: asked > 0 ? `${settled}/${asked}` : undefined,
    // Who may not read them is not told there are none.
    contacts: isStaff(facts.viewer) ? contacts.length : undefined,
    letters: letters.length,
    commitments: promises.length,
    log: events.length,
  }
}
