import type { Citation } from './rule-profile'

/** “《…》（2025年修正）第五十一条”, the notice by its name, or the plain note that only practice says so. */
export function citationWords(citation: Citation): string {
  if ('practice' in citation) return citation.note
  const note = citation.note ? `（${citation.note}）` : ''
  if ('notice' in citation) return `${citation.notice}${note}`
  return `《${citation.law}》（${citation.edition}）${citation.article ?? ''}${note}`
}
