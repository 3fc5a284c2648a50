import { unitKinds, type UnitKind } from '../people/kinds'
import { roleWords } from '../proposal/who-can-help'
import { stepRoles } from './local-custom'
import type { RuleProfile } from './rule-profile'
import { unitKindWords } from './sheet-words'

type Chain = RuleProfile['clearanceChain']
type Say = (message: string) => void

const separator = /[、，,\s]+/u

/** A chain as it is typed: a line per step, those that run side by side on one line. */
export const chainLines = (chain: Chain): string =>
  chain.map((group) => group.map((role) => roleWords[role]).join('、')).join('\n')

/** The chain of such lines; `say` hears of a word that names no step, or one that comes twice. */
export function readChain(text: string, say: Say): Chain {
  const seen = new Set<string>()
  return text
    .split('\n')
    .map((line) => line.split(separator).filter(Boolean))
    .filter((line) => line.length > 0)
    .map((line) =>
      line.flatMap((word) => {
        const role = stepRoles.find((known) => roleWords[known] === word)
        if (!role) say(`“${word}”不是审核环节，可用：${stepRoles.map((r) => roleWords[r]).join('、')}。`)
        if (seen.has(word)) say(`“${word}”写了两次。`)
        seen.add(word)
        return role ?? []
      }),
    )
}

export const ccLine = (kinds: readonly UnitKind[]): string =>
  kinds.map((kind) => unitKindWords[kind]).join('、')

export function readCc(text: string, say: Say): UnitKind[] {
  return text
    .split(separator)
    .filter(Boolean)
    .flatMap((word) => {
      const kind = unitKinds.find((known) => unitKindWords[known] === word)
      if (!kind) say(`“${word}”不认识，可用：${unitKinds.map((k) => unitKindWords[k]).join('、')}。`)
      return kind ?? []
    })
}
