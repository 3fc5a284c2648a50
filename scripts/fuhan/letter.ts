import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseLetterContent, type LetterContent } from '~/domain/reply/letter-content'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'

/** What is wrong with the input or the output place, in a sentence for whoever typed the command. */
class Unusable extends Error {}

/** npm runs scripts in the repository's root; paths are meant from where the person stands. */
const placeOf = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)

const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(placeOf(path), 'utf8').catch((error: unknown) => {
    throw new Unusable(`无法读取 ${path}：${reasonOf(error)}`)
  })
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unusable(`${path} 不是 JSON：${reasonOf(error)}`)
  }
}

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
