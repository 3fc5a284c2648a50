import { randomUUID } from 'node:crypto'
import { and, desc, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { receipt } from '~/db/schema/after-the-letter'
import { clearanceStep, reply, revision } from '~/db/schema/reply'
import { acceptInDivision } from '~/domain/allocation/accept-in-division.server'
import { allocate } from '~/domain/allocation/allocate.server'
import { approveStep } from '~/domain/clearance/approve-step.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { submitForClearance } from '~/domain/clearance/submit-for-clearance.server'
import { docFromPlainText } from '~/domain/drafting/rich-text'
import { saveDraft } from '~/domain/drafting/save-draft.server'
import { startReply } from '~/domain/drafting/start-reply.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import type { Registration } from '~/domain/intake/registration'
import type { Role } from '~/domain/people/kinds'
import { addUser } from '~/domain/people/add-user.server'
import { foundBureau, type Founded } from '~/domain/people/found-bureau.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import type { Viewer } from '~/domain/people/viewer'
import type { Command } from '~/domain/proposal/command'
import { logContact } from '~/domain/proposal/log-contact.server'

export const businessNow = new Date('2026-03-20T02:00:00Z')
export const realNow = new Date('2026-11-24T02:00:00Z')

const cast = [
  'registrar', 'coordinator', 'division_head', 'handler', 'office_reviewer', 'secrecy_reviewer', 'openness_reviewer', 'deputy',
  'director', 'seal_clerk', 'archivist', 'supervisor', 'security_admin', 'audit_admin',
] as const satisfies readonly Role[] // prettier-ignore

export type Bureau = Founded & {
  people: Record<(typeof cast)[number] | 'finance' | 'education' | 'other_head', Viewer>
  meetingId: string
}

/** A small bureau with one person per role, two units with an account each, and a second division. */
export async function openBureau(name = '云汀市科学技术局'): Promise<Bureau> {
  const times = { now: businessNow, realNow }
  const founded = await foundBureau(
    {
      name, shortName: '市科技局', region: '市', letterCode: '云科局函', opinionCode: '云科局提函', isDemo: false,
      divisions: ['成果处', '社发处'],
      units: [
        { fullName: '云汀市人民政府办公厅', shortName: '市政府办公厅', kind: 'government_office' },
        { fullName: '政协云汀市委员会提案委员会', shortName: '市政协提案委', kind: 'oversight_cppcc' },
        { fullName: '云汀市财政局', shortName: '市财政局', kind: 'co_handling' },
        { fullName: '云汀市教育委员会', shortName: '市教委', kind: 'co_handling' },
      ],
    },
    times,
  ) // prettier-ignore
  const add = async (
    role: Role,
    title: string,
    place: { divisionId?: string; unitId?: string } = {},
  ): Promise<Viewer> => {
    const memberships = [{ role, divisionId: place.divisionId ?? null, unitId: place.unitId ?? null }]
    const userId = await addUser(
      founded.founder,
      {
        login: `${title}-${randomUUID()}`,
        name: title,
        title: '局长',
        phone: '0000-1',
        passwordHash: 'x',
        memberships,
      },
      times,
    )
    return { bureauId: founded.bureauId, userId, delegateId: null, letterId: null, name: title, memberships }
  }
  const lead = founded.divisionIds['成果处'] ?? ''
  const people = {} as Bureau['people']
  for (const role of cast)
    people[role] = await add(
      role,
      role,
      role === 'division_head' || role === 'handler' ? { divisionId: lead } : {},
    )
  people.finance = await add('co_handler', 'finance', { unitId: founded.unitIds['市财政局'] ?? '' })
  people.education = await add('co_handler', 'education', { unitId: founded.unitIds['市教委'] ?? '' })
  people.other_head = await add('division_head', 'other_head', {
    divisionId: founded.divisionIds['社发处'] ?? '',
  })
  const meetingId = await openMeeting(founded.founder, {
    track: 'cppcc',
    region: '市',
    term: 7,
    session: 4,
    openedOn: '2026-01-10',
  })
  return { ...founded, people, meetingId }
}

export const as = (viewer: Viewer, over: Partial<Command> = {}): Command => ({
  viewer, now: businessNow, realNow, key: randomUUID(), reauthenticatedAt: realNow, ...over,
}) // prettier-ignore

export const registrationOf = (bureau: Bureau, over: Partial<Registration> = {}): Registration => ({
  track: 'cppcc', meetingId: bureau.meetingId, sessionKind: 'plenary', officialNo: String(Math.random()).slice(2, 12),
  subject: '关于完善科技特派员制度的提案', text: '建议先摸需求，再派专家。', sponsorKind: 'individual', sponsors: ['段长风'],
  assigningUnitId: bureau.unitIds['市政府办公厅'] ?? null, receivedOn: '2026-03-03', assignedOn: '2026-03-02', isWide: false, priority: 'normal', ...over,
}) // prettier-ignore

export async function registered(bureau: Bureau, over: Partial<Registration> = {}): Promise<string> {
  const { proposalId } = await registerProposal(as(bureau.people.registrar), registrationOf(bureau, over))
  return proposalId
}

export async function inHandling(bureau: Bureau, over: Partial<Registration> = {}): Promise<string> {
  const { people } = bureau
  const proposalId = await registered(bureau, over)
  await recordAsks(as(people.registrar), { proposalId }, { asks: ['先摸需求', '设立服务站'] })
  await submitForTriage(as(people.registrar), { proposalId })
  await allocate(
    as(people.coordinator),
    { proposalId },
    { divisionId: bureau.divisionIds['成果处'] ?? '', handlingRole: 'lead', leadUnitId: null },
  )
  await acceptInDivision(as(people.division_head), { proposalId }, { handlerId: people.handler.userId ?? '' })
  return proposalId
}

export const replyOf = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, async (tx) => {
    const [row] = await tx
      .select()
      .from(reply)
      .where(eq(reply.proposalId, proposalId))
      .orderBy(desc(reply.round))
    if (!row) throw new Error('no reply')
    const steps = await tx.select().from(clearanceStep).where(eq(clearanceStep.replyId, row.id))
    const [newest] = await tx
      .select()
      .from(revision)
      .where(and(eq(revision.replyId, row.id), eq(revision.n, row.revisionN)))
    if (!newest) throw new Error('no revision')
    return { row, steps, newest }
  })

export const letterText =
  '您提出的提案收悉。现答复如下：\n一、工作情况\n已经办理。\n此复函已经市科技局某某局长审签。感谢关心。'

export async function drafted(
  bureau: Bureau,
  text = letterText,
): Promise<{ proposalId: string; replyId: string }> {
  const { people } = bureau
  const proposalId = await inHandling(bureau)
  await logContact(
    as(people.handler),
    { proposalId },
    { heldOn: '2026-03-18', channel: 'phone', phase: 'during', people: '段长风', summary: '认可答复思路' },
  )
  const { replyId } = await startReply(as(people.handler), { proposalId })
  const { newest } = await replyOf(people.handler, proposalId)
  const draft = {
    doc: docFromPlainText(text),
    fields: newest.fields,
    outcome: 'adopted' as const,
    openness: 'proactive' as const,
    opennessGround: '',
  }
  await saveDraft(as(people.handler), { proposalId, replyId }, { basedOn: 1, draft })
  return { proposalId, replyId }
}

export async function approveAll(bureau: Bureau, it: { proposalId: string; replyId: string }, until?: Role) {
  const { people } = bureau
  for (const role of [
    'division_head',
    'office_reviewer',
    'secrecy_reviewer',
    'openness_reviewer',
    'deputy',
  ] as const) {
    if (role === until) return
    const { row, steps } = await replyOf(people.handler, it.proposalId)
    const step = steps.find((s) => s.role === role && s.state === 'open')
    if (step) await approveStep(as(people[role]), it, { stepId: step.id, hash: row.frozenHash ?? '' })
  }
}

export async function signed(bureau: Bureau): Promise<{ proposalId: string; replyId: string }> {
  const it = await drafted(bureau)
  await submitForClearance(as(bureau.people.handler), it)
  await approveAll(bureau, it)
  const { row } = await replyOf(bureau.people.handler, it.proposalId)
  await signReply(as(bureau.people.director), it, { hash: row.frozenHash ?? '' })
  return it
}

export const receiptsOf = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, (tx) => tx.select().from(receipt).where(eq(receipt.proposalId, proposalId)))
