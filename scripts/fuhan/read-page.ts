import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { maxPageBytes, textOfBytes } from '~/domain/library/reading/page-bytes'
import { readPage } from '~/domain/library/reading/read-page'
import type { PublishedReply } from '~/domain/library/reading/reading'
import { placeOf, reasonOf, Unusable } from './given-file'

export type ReadPageOptions = { dir?: string; out?: string }

const readable = new Set(['.txt', '.html', '.htm'])

/**
 * `fuhan read-page FILE…` prints the JSON of each page, one a line; with `--out DIR` (and `--dir DIR` for a whole folder) each is
 * written as NAME.json. A page that cannot be read is a sentence on stderr, and the others are still done.
 * @returns the exit status: 0, or 2 when a page could not be read.
 */
export async function printPages(files: string[], options: ReadPageOptions): Promise<number> {
  let failed = 0
  try {
    const paths = [...files, ...(options.dir === undefined ? [] : await pagesIn(options.dir))]
    if (paths.length === 0) throw new Unusable('没有要读的页面：请给出文件，或用 --dir 指定文件夹。')
    if (options.out !== undefined) await makePlace(options.out)
    for (const path of paths) failed += (await readOne(path, paths.length > 1, options.out)) ? 0 : 1
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return 2
  }
  return failed === 0 ? 0 : 2
}

async function readOne(path: string, isOneOfMany: boolean, out: string | undefined): Promise<boolean> {
  try {
    const reply = await replyOf(path)
    if (out !== undefined) await keep(out, path, reply)
    else console.log(isOneOfMany ? JSON.stringify(reply) : JSON.stringify(reply, null, 1))
    return true
  } catch (error) {
    if (!(error instanceof Unusable)) throw error
    console.error(error.message)
    return false
  }
}

async function replyOf(path: string): Promise<PublishedReply> {
  if (!readable.has(extname(path).toLowerCase())) throw new Unusable(`${path}：只读 .txt 和 .html。`)
  const unreadable = (error: unknown) => {
    throw new Unusable(`无法读取 ${path}：${reasonOf(error)}`)
  }
  const { size } = await stat(placeOf(path)).catch(unreadable)
  if (size > maxPageBytes) throw new Unusable(`${path}：文件超过 4 MB，不像一个网页。`)
  const decoded = textOfBytes(await readFile(placeOf(path)).catch(unreadable))
  if (!decoded.ok) throw new Unusable(`${path}：${decoded.message}`)
  return readPage(decoded.text).reply
}

async function pagesIn(dir: string): Promise<string[]> {
  const names = await readdir(placeOf(dir)).catch((error: unknown) => {
    throw new Unusable(`无法读取 ${dir}：${reasonOf(error)}`)
  })
  const pages = names.filter((name) => readable.has(extname(name).toLowerCase())).toSorted()
  return pages.filter((name) => !/^readme\./i.test(name)).map((name) => join(dir, name))
}

const makePlace = (out: string) =>
  mkdir(placeOf(out), { recursive: true }).catch((error: unknown) => {
    throw new Unusable(`无法写入 ${out}：${reasonOf(error)}`)
  })

async function keep(out: string, path: string, reply: PublishedReply) {
  const target = join(placeOf(out), `${basename(path, extname(path))}.json`)
  await writeFile(target, `${JSON.stringify(reply, null, 1)}\n`).catch((error: unknown) => {
    throw new Unusable(`无法写入 ${target}：${reasonOf(error)}`)
  })
}
