import { isAnsweredElsewhere } from '../../taking-over/answered-elsewhere'
import { namesOf } from '../who-can-help'
import { no, text, type FactGuard, type InputGuard } from './answers'

/** 接续办理. */
export const takingOverGuards = {
  /** Only along with the registration from a list: nothing else may have happened to it. */
  FRESH_FROM_LIST: (f) =>
    f.input.isListed === true && f.proposal.sequence === 1
      ? null
      : no(
          'FRESH_FROM_LIST',
          '接续办理随清单登记时写入，登记以后按本系统的步骤办理。',
          namesOf('coordinator', f),
        ),
  HANDLED_BY_US: {
    input: (f) =>
      f.proposal.handlingRole && text(f, 'divisionId') && text(f, 'handlerId')
        ? null
        : { field: 'handler', message: '接续办理的件要有办理角色、承办处室和承办人。' },
  },
  ANSWERED_ELSEWHERE: (f) =>
    isAnsweredElsewhere(f)
      ? null
      : no('ANSWERED_ELSEWHERE', '这一件的复函不在原系统，没有要附的扫描件。', namesOf('coordinator', f)),
  CLOSING_REASON: {
    input: (f) =>
      !isAnsweredElsewhere(f) || text(f, 'reason')
        ? null
        : { field: 'reason', message: '复函由原系统印发，请写明凭什么办结。' },
  },
} satisfies Record<string, FactGuard | InputGuard>
