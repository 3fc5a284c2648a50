import { and, eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { deadline } from '~/db/schema/proposal'
import { clearanceStep, reply, revision } from '~/db/schema/reply'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { archiveProposal } from '~/domain/archive/archive-proposal.server'
import { approveStep } from '~/domain/clearance/approve-step.server'
import { returnForAmendment } from '~/domain/clearance/return-for-amendment.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { acknowledgeRequest } from '~/domain/co-handling/acknowledge-request.server'
import { answerRequest } from '~/domain/co-handling/answer-request.server'
import { sendRequest } from '~/domain/co-handling/send-request.server'
import { acceptOpinion } from '~/domain/co-handling/settle-request.server'
import { confirmCommitments } from '~/domain/commitments/record-commitment.server'
import { addDays, type Day } from '~/domain/deadlines/day'
import { extendDeadline } from '~/domain/deadlines/extend-deadline.server'
import { pauseClock } from '~/domain/deadlines/pause-clock.server'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { voidProposal } from '~/domain/intake/void-proposal.server'
import { closeProposal } from '~/domain/proposal/close-proposal.server'
import { logContact } from '~/domain/proposal/log-contact.server'
import { proposePublication, reviewPublication } from '~/domain/publication/decide-publication.server'
import { hashOfToken, makeReceiptLink, viewerOfLink } from '~/domain/receipt/receipt-link.server'
import { returnReceipt } from '~/domain/receipt/return-receipt.server'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { urgeRequest } from '~/domain/urging/urge-request.server'
import type { DemoCast } from './demo-cast'
import { replyText } from './demo-reply'
import { stages, type DemoProposal, type Stage } from './demo-proposals'

export type DemoPlace = {
  cast: DemoCast
  today: Day
  divisionId: string
  unitIds: Readonly<Record<string, string>>
  unitLogins: ReadonlyMap<string, string>
  meetings: Readonly<Record<'npc' | 'cppcc', string>>
  assigningUnitId: string
  handlerId: string
}

/** Takes one demo proposal through the domain's own commands, as far as its stage. */
export async function tell(place: DemoPlace, p: DemoProposal) {
  const { cast } = place
  const start = addDays(place.today, -p.daysAgo)
  const on = (days: number) => (addDays(start, days) < place.today ? addDays(start, days) : place.today)
  const reaches = (stage: Stage) => stages.indexOf(p.stage) >= stages.indexOf(stage) && p.stage !== 'voided'

  const { proposalId } = await registerProposal(cast.as('dengji', on(0)), {
    track: p.track, meetingId: place.meetings[p.track], sessionKind: p.isOffSession ? 'off_session' : 'plenary',
    officialNo: p.officialNo, subject: p.subject, text: p.text, sponsors: [...p.sponsors],
    sponsorKind: p.isOrganisation ? 'organisation' : p.sponsors.length > 1 ? 'joint' : 'individual',
    assigningUnitId: place.assigningUnitId, receivedOn: on(0), assignedOn: start, isWide: false, priority: p.isKey ? 'key' : 'normal',
  }) // prettier-ignore
  const it = { proposalId }
  await recordAsks(cast.as('dengji', on(0)), it, { asks: p.asks })
  if (p.stage === 'voided')
    return await voidProposal(cast.as('dengji', on(1)), it, { reason: '重复登记，原件属市邮政管理局' })
  if (!reaches('triage')) return
  await submitForTriage(cast.as('dengji', on(0)), it)
  if (!reaches('assigned')) return
  const handlingRole = p.isAssist ? 'assist' : p.asked.length > 0 ? 'lead' : 'sole'
  const leadUnitId = p.isAssist ? (place.unitIds['市农业农村局'] ?? null) : null
  await allocate(cast.as('zonghe', on(1)), it, { divisionId: place.divisionId, handlingRole, leadUnitId })
  if (!reaches('handling')) return
  await acceptInDivision(cast.as('chuzhang', on(2)), it, { handlerId: place.handlerId })
  if (p.isHeldUp) await holdUp(place, proposalId, on)
  if (!reaches('asked') && !(p.isAssist && reaches('closed'))) return
  if (!p.isAssist) await askUnits(place, p, proposalId, on)
  if (!reaches('drafting')) return
  await draft(place, p, proposalId, on)
  if (!reaches('returned')) return
  await submitForClearance(cast.as('chengban', on(25)), it)
  if (p.stage === 'returned') return await returnDraft(place, proposalId, on)
  if (!reaches('cleared')) return await approve(place, proposalId, ['chuzhang'], on)
  await approve(place, proposalId, ['chuzhang', 'hegao', 'baomi', 'gongkai', 'fenguan'], on)
  if (!reaches('signed')) return
  await sign(place, proposalId, on)
  if (!reaches('replied')) return
  await issueLetter(cast.as('yongyin', on(32)), it, { isSealed: true })
  if (!reaches('answered') || p.isAssist) return
  await answerByDelegates(place, proposalId, on)
  await proposePublication(cast.as('chengban', on(33)), it, { mode: 'full', ground: '' })
  await reviewPublication(cast.as('gongkai', on(34)), it, { mode: 'full', ground: '' })
  await confirmCommitments(cast.as('chuzhang', on(35)), it)
  if (!reaches('closed')) return
  await closeProposal(cast.as('zonghe', on(50)), it)
  if (reaches('archived')) await archiveProposal(cast.as('dengji', on(55)), it, { retentionYears: 30 })
}

type OnDay = (days: number) => Day

const read = <R>(place: DemoPlace, fn: (tx: Tx) => Promise<R>) =>
  asViewer(place.cast.as('zonghe', place.today).viewer, fn)

/** Extended by a month, then paused. */
async function holdUp(place: DemoPlace, proposalId: string, on: OnDay) {
  const deadlines = await read(place, (tx) =>
    tx.select().from(deadline).where(eq(deadline.proposalId, proposalId)),
  )
  await extendDeadline(place.cast.as('zonghe', on(5)), { proposalId }, {
    deadlineId: deadlines.find((d) => d.kind === 'reply')?.id ?? '', amount: 1,
    reason: '主办单位须会同三个区县实地论证', approvalDocument: '云政办督函〔2026〕14号',
  }) // prettier-ignore
  await pauseClock(place.cast.as('zonghe', on(9)), { proposalId }, {
    pausedOn: on(9), reason: '等省里出台数字农业示范园建设标准',
  }) // prettier-ignore
}

async function askUnits(place: DemoPlace, p: DemoProposal, proposalId: string, on: OnDay) {
  for (const [i, name] of p.asked.entries()) {
    const unitId = place.unitIds[name] ?? null
    const { requestId } = await sendRequest(place.cast.as('chengban', on(3)), { proposalId }, {
      unitId, divisionId: null, question: `请就“${p.asks[i] ?? p.asks[0]}”提出会办意见。`, dueOn: null,
    }) // prettier-ignore
    const login = place.unitLogins.get(name)
    // Of a proposal still asking, the last unit owes its answer.
    const it = { proposalId, requestId }
    if (!login || (p.stage === 'asked' && i === p.asked.length - 1)) {
      if (p.stage === 'asked')
        await urgeRequest(place.cast.as('zonghe', on(16)), it, { reason: '答复期限临近，请尽快提出意见' })
      continue
    }
    await acknowledgeRequest(place.cast.as(login, on(4)), it)
    await answerRequest(place.cast.as(login, on(10)), it, {
      isNoObjection: false, text: `同意“${p.asks[i] ?? p.asks[0]}”的思路，我单位将在职责范围内配合做好工作。`,
      docNo: '', contactName: '', contactPhone: '',
    }) // prettier-ignore
    if (p.stage !== 'asked' || i === 0) await acceptOpinion(place.cast.as('chengban', on(11)), it)
  }
}

async function draft(place: DemoPlace, p: DemoProposal, proposalId: string, on: OnDay) {
  const { cast } = place
  if (!p.isAssist)
    await logContact(cast.as('chengban', on(12)), { proposalId }, {
      heldOn: on(12), channel: 'meeting', phase: 'during', people: '承办处室与提出人', summary: '当面听取意见，就答复思路交换看法，对方表示认可。',
    }) // prettier-ignore
  const { replyId } = await startReply(cast.as('chengban', on(14)), { proposalId })
  const first = await read(place, async (tx) => {
    const [row] = await tx
      .select()
      .from(revision)
      .where(and(eq(revision.replyId, replyId), eq(revision.n, 1)))
    return row
  })
  if (!first) throw new Error('a reply begins with a first draft')
  await saveDraft(cast.as('chengban', on(20)), { proposalId, replyId }, {
    basedOn: 1,
    draft: { doc: docFromPlainText(replyText(p)), fields: first.fields, outcome: 'adopted', openness: 'proactive', opennessGround: '' },
  }) // prettier-ignore
}

async function openSteps(place: DemoPlace, proposalId: string) {
  return await read(place, async (tx) => {
    const [row] = await tx.select().from(reply).where(eq(reply.proposalId, proposalId))
    const steps = await tx
      .select()
      .from(clearanceStep)
      .where(and(eq(clearanceStep.proposalId, proposalId), eq(clearanceStep.state, 'open')))
    return { hash: row?.frozenHash ?? '', replyId: row?.id ?? '', steps }
  })
}

const rolesOfLogin: Record<string, string> = {
  chuzhang: 'division_head', hegao: 'office_reviewer', baomi: 'secrecy_reviewer', gongkai: 'openness_reviewer', fenguan: 'deputy',
} // prettier-ignore

async function approve(place: DemoPlace, proposalId: string, logins: readonly string[], on: OnDay) {
  for (const login of logins) {
    const { hash, replyId, steps } = await openSteps(place, proposalId)
    const step = steps.find((s) => s.role === rolesOfLogin[login])
    if (step)
      await approveStep(place.cast.as(login, on(27)), { proposalId, replyId }, { stepId: step.id, hash })
  }
}

async function returnDraft(place: DemoPlace, proposalId: string, on: OnDay) {
  const { hash, replyId, steps } = await openSteps(place, proposalId)
  await returnForAmendment(place.cast.as('chuzhang', on(27)), { proposalId, replyId }, {
    stepId: steps[0]?.id ?? '', hash, reason: '有两处需要写实',
    remarks: [{ quote: '逐条研究', text: '写明研究的结论和完成时间。' }],
  }) // prettier-ignore
}

async function sign(place: DemoPlace, proposalId: string, on: OnDay) {
  const { hash, replyId } = await openSteps(place, proposalId)
  await signReply(place.cast.as('juzhang', on(30)), { proposalId, replyId }, { hash })
}

async function answerByDelegates(place: DemoPlace, proposalId: string, on: OnDay) {
  const { cast } = place
  const awaited = await read(place, (tx) =>
    tx.select().from(receipt).where(eq(receipt.proposalId, proposalId)),
  )
  for (const row of awaited) {
    const tokenHash = hashOfToken(`demo-${row.id}`)
    await makeReceiptLink(cast.as('yongyin', on(32)), { proposalId }, { receiptId: row.id, tokenHash })
    const viewer = viewerOfLink({
      bureauId: cast.bureauId,
      delegateId: row.delegateId,
      letterId: row.letterId,
      name: '代表委员',
    })
    const command = { ...cast.as('yongyin', on(40)), viewer }
    await returnReceipt(
      command,
      { proposalId },
      { attitude: 'satisfied', result: 'satisfied', reason: '', tokenHash },
    )
  }
}
