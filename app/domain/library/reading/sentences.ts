import type { Line } from './lines'

export type Sentence = { text: string; from: number; to: number; line: number; isFirst: boolean }

/** The text's sentences; quotes keep their inner stops. */
export function sentencesOf(body: Line[]): Sentence[] {
  return body.flatMap((line, index) => {
    const sentences: Sentence[] = []
    let from = line.from
    for (const match of line.text.matchAll(/[^。!?]*(?:[。!?]+[”"』」)]*|$)/g)) {
      if (match[0].trim() === '') continue
      const start = line.from + match.index
      sentences.push({
        text: match[0],
        from: start,
        to: start + match[0].length,
        line: index,
        isFirst: start === from,
      })
      from = -1
    }
    return sentences
  })
}
