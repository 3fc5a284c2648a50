import { Invalid, type Problem } from '~/domain/refusals'

type Rows = { quote: readonly string[]; remark: readonly string[] }

/**
 * The located remarks of the form, row by row; an empty row is none.
 * @throws Invalid at a row that has a quote and no wish, or a wish and no quote: nothing typed is dropped unsaid
 */
export function remarksOf({ quote, remark }: Rows): { quote: string; text: string }[] {
  const rows = Array.from({ length: Math.max(quote.length, remark.length) }, (_, i) => ({
    quote: quote[i] ?? '',
    text: remark[i] ?? '',
  }))
  const problems = rows.flatMap((row, i): Problem[] => {
    if (row.quote && !row.text) return [{ field: `remark-${i}`, message: '请写明这一处怎么改。' }]
    if (row.text && !row.quote) return [{ field: `quote-${i}`, message: '请摘出复函里要改的那句话。' }]
    return []
  })
  if (problems.length > 0) throw new Invalid(problems)
  return rows.filter((row) => row.text !== '')
}
