import { z } from 'zod'
import { signOffPlaceholder } from './sign-off-sentence'

const inline = z
  .object({ type: z.string().catch(''), text: z.string().catch('') })
  .catch({ type: '', text: '' })
const block = z.object({ content: z.array(inline).catch([]) }).catch({ content: [] })
const anyDoc = z.object({ content: z.array(block) })

const wordsOf = ({ type, text }: z.infer<typeof inline>) =>
  type === 'hardBreak' ? '\n' : type === 'signOff' ? signOffPlaceholder : text

/** The words of an editor's document that was refused, so that its writer gets them back; null where there are none to read. */
export function recoveredText(json: string): string | null {
  const parsed = anyDoc.safeParse(jsonOf(json))
  if (!parsed.success) return null
  return parsed.data.content.map((b) => b.content.map(wordsOf).join('')).join('\n')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
