/** What was typed into a search for a name: Chinese as it stands, letters without spaces and in small. */
export function searchedName(typed: string): { text: string; letters: string | null } {
  const text = typed.trim().slice(0, 60)
  const letters = text
    .toLowerCase()
    .replaceAll(/[\s'’]/g, '')
    .replaceAll('ü', 'v')
  return { text, letters: /^[a-z0-9]+$/.test(letters) ? letters : null }
}

type Named = { name: string; pinyin: string; initials: string }

/** Whether a short list's row answers the search: the name holds it, or its spelling begins with it. */
export function isNamed(row: Named, typed: string): boolean {
  const { text, letters } = searchedName(typed)
  if (text === '' || row.name.includes(text)) return true
  return letters !== null && (row.pinyin.startsWith(letters) || row.initials.startsWith(letters))
}
