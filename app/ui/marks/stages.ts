import type { ProposalState } from '~/domain/proposal/states'
import type { ReplyState } from '~/domain/reply/states'
import { proposalStateWords } from '../words'
import type { StepperStep } from './stepper'

const stages = [
  '已登记',
  '研判',
  '处室签收',
  '办理拟稿',
  '审核签发',
  '已签发',
  '已答复',
  '已办结',
  '已归档',
] as const
export type Stage = (typeof stages)[number]

const stageOf: Partial<Record<ProposalState, Stage>> = {
  registered: '已登记',
  triage: '研判',
  assigned: '处室签收',
  handling: '办理拟稿',
  replied: '已答复',
  closed: '已办结',
  archived: '已归档',
}

function currentStage(proposal: ProposalState, reply: ReplyState | null): Stage | undefined {
  if (proposal === 'handling' && reply === 'clearance') return '审核签发'
  if (proposal === 'handling' && reply === 'signed') return '已签发'
  return stageOf[proposal]
}

/** The proposal's life and its open reply's as one stepper. A final state besides the way ends it as its last step. */
export function stepsOf(
  proposal: ProposalState,
  reply: ReplyState | null,
  notes: Partial<Record<Stage, string>> = {},
): StepperStep[] {
  const current = currentStage(proposal, reply)
  if (!current) {
    const passed = stages.filter((stage) => notes[stage] !== undefined)
    return [
      ...passed.map((label): StepperStep => ({ label, note: notes[label], place: 'done' })),
      { label: proposalStateWords[proposal], place: 'now' },
    ]
  }
  const at = stages.indexOf(current)
  return stages.map((label, index) => ({
    label,
    note: notes[label],
    place: index < at ? 'done' : index === at ? 'now' : 'next',
  }))
}
