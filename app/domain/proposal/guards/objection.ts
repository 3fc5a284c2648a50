import { isWindowOpen, returnWindow } from '../../objection/return-window'
import { hasRole } from '../../people/viewer'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { needs, no, text, type FactGuard, type InputGuard } from './answers'

const before = ['triage', 'assigned', 'handling']

/** 退办, 增办. */
export const objectionGuards = {
  NOT_ANSWERED: (f) =>
    before.includes(f.proposal.state)
      ? null
      : no('NOT_ANSWERED', '研判、签收和办理中才能退办；已答复的不再退办。', namesOf('coordinator', f)),
  NO_OPEN_OBJECTION: (f) =>
    f.objection?.state === 'raised'
      ? no(
          'NO_OPEN_OBJECTION',
          '退办待复：交办机关答复以前不能印发，也不能再提退办。急需印发的，先撤回退办。',
          namesOf('coordinator', f),
        )
      : null,
  WINDOW_OPEN: (f) =>
    isWindowOpen(f) || hasRole(f.viewer, 'deputy')
      ? null
      : no('WINDOW_OPEN', `退办期限 ${returnWindow(f).due} 已过，须由分管领导提出。`, namesOf('deputy', f)),
  PROPOSED_UNIT: needs('proposedUnit', '请写明建议改由哪个单位办理。'),
  DECISION_DOC: needs('decisionDocument', '请填写交办机关改办通知的名称或文号。'),
  OBJECTION_ANSWER: needs('answer', '请写明交办机关为什么不同意退办。'),
  CARRIED_BY_OBJECTION: (f) =>
    no('CARRIED_BY_OBJECTION', '交办机关同意退办时自动转为已改办。', namesOf('coordinator', f)),
  CARRIED_BY_ENDING: (f) =>
    no('CARRIED_BY_ENDING', '件撤回、改办或作废时随之终止。', namesOf('coordinator', f)),
  UNIT_TO_ADD: {
    input: (f) => {
      const unitId = text(f, 'unitId')
      if (!unitId) return { field: 'unitId', message: '请选择要增加的单位。' }
      return f.additionalUnits.some((a) => a.unitId === unitId && a.state !== 'refused')
        ? { field: 'unitId', message: '这个单位已经提过增办。' }
        : null
    },
  },
  ADDITION_ASKED: {
    input: (f) =>
      openAddition(f) ? null : { field: 'additionalUnitId', message: '没有等答复的增办，可能已经登记过了。' },
  },
  ADDITION_ANSWER: {
    input: (f) => {
      if (f.input.isAdded !== true && f.input.isAdded !== false)
        return { field: 'isAdded', message: '请选择交办机关同意还是不同意。' }
      return text(f, 'answer') ? null : { field: 'answer', message: '请写明交办机关的答复或文号。' }
    },
  },
} satisfies Record<string, FactGuard | InputGuard>

const openAddition = (f: Facts) =>
  f.additionalUnits.find((a) => a.id === f.input.additionalUnitId && a.state === 'requested')
