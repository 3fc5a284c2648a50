/** Marks that turn the direction of a name, so that “公文‮fdp.exe” reads as a PDF. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFFFE\uFFFF]/gu
const forbidden = /["*/:<>?\\|]/g
const mostLetters = 120

export const hasDirectionMarks = (name: string) => directionMarks.test(name)

/** The ending in lower case, without its dot; '' where there is none. */
export const endingOf = (name: string) => /\.([a-z\d]{1,8})$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** A name as it may be shown and saved: no folders, nothing unseen, no longer than a file system takes, its ending kept. */
export function cleanFileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last
    .replaceAll(unseen, '')
    .replaceAll(forbidden, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '')
  const ending = endingOf(clean)
  const stem = ending ? clean.slice(0, -ending.length - 1) : clean
  const letters = stem
    .slice(0, mostLetters)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
  return (letters || '未命名') + (ending ? `.${ending}` : '')
}
