import { profileSheet, type SheetLine } from './profile-sheet'
import type { RuleProfile } from './rule-profile'

/** One line that differs between two versions, old → new; null where it was not there, or no longer is. */
export type ProfileChange = { key: string; label: string; before: string | null; after: string | null }

/** What differs between two versions, in the words of the sheet and its order. */
export function profileChanges(before: RuleProfile, after: RuleProfile): ProfileChange[] {
  const old = linesOf(before)
  const now = linesOf(after)
  const gone = [...old.values()].filter(({ key }) => !now.has(key))
  const changed = [...now.values()].flatMap((line): ProfileChange[] => {
    const was = old.get(line.key)
    if (was && said(was) === said(line)) return []
    const sourceMoved = was !== undefined && was.value === line.value
    const words = (l: SheetLine) => (sourceMoved ? `${l.value}（依据：${l.source ?? '无'}）` : l.value)
    return [{ key: line.key, label: line.label, before: was ? words(was) : null, after: words(line) }]
  })
  return [...changed, ...gone.map(({ key, label, value }) => ({ key, label, before: value, after: null }))]
}

const said = ({ value, source }: SheetLine) => `${value}\n${source ?? ''}`

const linesOf = (profile: RuleProfile) =>
  new Map(profileSheet(profile).flatMap(({ lines }) => lines.map((line) => [line.key, line] as const)))
