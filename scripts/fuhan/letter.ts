import { writeFile } from 'node:fs/promises'
import { parseLetterContent, type LetterContent } from '~/domain/reply/letter-content'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import { placeOf, readJson, reasonOf, Unusable } from './given-file'

async function readLetter(path: string): Promise<LetterContent> {
  const parsed = parseLetterContent(await readJson(path))
  if (!parsed.ok) {
    throw new Unusable(parsed.problems.map(({ field, message }) => `${field}：${message}`).join('\n'))
  }
  if (parsed.letter.layout === 'document') {
    throw new Unusable('layout：文件格式（document）尚未提供，not built yet；请用 letter')
  }
  return parsed.letter
}

/**
 * `fuhan letter INPUT OUTPUT`. Nothing is written unless the whole letter could be.
 * @returns the exit status: 0, or 2 with a sentence on stderr.
 */
export async function writeLetter(input: string, output: string): Promise<number> {
  try {
    const bytes = await renderReplyLetter(await readLetter(input))
    await writeFile(placeOf(output), bytes).catch((error: unknown) => {
      throw new Unusable(`无法写入 ${output}：${reasonOf(error)}`)
    })
    return 0
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return 2
  }
}
