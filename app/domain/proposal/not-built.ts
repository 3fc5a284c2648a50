import type { Refusal } from '../refusals'

/** A guard whose matter comes later refuses, so that nothing is let through by an empty rule. A test pins this list. */
const later = (matter: string) => (): Refusal => ({
  code: 'NOT_BUILT',
  message: `${matter}还不能在系统里办理，请按原办法线下办理并记入沟通记录。`,
  whoCanResolve: '综合处',
})

export const notBuilt = {
  REWORK_GROUND: later('重新办理'),
  SECOND_PERSON: later('误办结恢复'),
  STEP_SKIPPABLE: later('跳过审核'),
  SCAN: later('纸质签发'),
  LETTER_CORRECTIONS: later('复函作废和更正'),
  COMMENTS: later('批注'),
  FILES: later('附件'),
} as const
