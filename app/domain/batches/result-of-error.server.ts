import { isDatabaseLost } from '~/db/client.server'
import { Conflict, Invalid, NotFound, Refused } from '../refusals'
import type { ItemResult } from './batch-kind'

/** 57014 statement timeout · 55P03 lock not available · 40001, 40P01 lost a race: the same item may go well the next time. */
const passing = /^(57014|55P03|40001|40P01)$/

const codeOf = (error: unknown): string => {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

export const mayGoWellLater = (error: unknown) => isDatabaseLost(error) || passing.test(codeOf(error))

/** Why the rules did not let an item through, in the words its page would say; null for what no rule said. */
export function refusedResult(error: unknown): ItemResult | null {
  const message = messageOf(error)
  return message === null ? null : { state: 'failed', message }
}

export const brokenResult: ItemResult = {
  state: 'failed',
  message: '系统出错，这一件没有办。请联系系统管理员，再单独办这一件。',
}

function messageOf(error: unknown): string | null {
  if (error instanceof Refused)
    return error.reasons
      .map((r) => `${r.message}${r.whoCanResolve ? `可找：${r.whoCanResolve}。` : ''}`)
      .join('')
  if (error instanceof Invalid) return error.problems.map((p) => p.message).join('')
  if (error instanceof NotFound) return '找不到这一件，或不归您看。'
  if (error instanceof Conflict) {
    const [last] = error.changed.toReversed()
    return last ? `刚有变化：${last.who}${last.sentence}。请看看再办。` : error.message
  }
  return null
}
