import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'

/** What is wrong with the input or the output place, in a sentence for whoever typed the command. */
export class Unusable extends Error {}

/** npm runs scripts in the repository's root; paths are meant from where the person stands. */
export const placeOf = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)

export const reasonOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

export async function readText(path: string): Promise<string> {
  return await readFile(placeOf(path), 'utf8').catch((error: unknown) => {
    throw new Unusable(`无法读取 ${path}：${reasonOf(error)}`)
  })
}

export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path)
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new Unusable(`${path} 不是 JSON：${reasonOf(error)}`)
  }
}
