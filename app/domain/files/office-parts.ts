import { saveAnew } from './bad-file'

/** Parts that run, or carry what runs. A chart's own .xlsx may stay. */
const living: readonly [RegExp, string][] = [
  [/vba(project|data)|macros?(sheets)?\//i, `文件里有宏，没有接收。${saveAnew}`],
  [/(^|\/)(activex|ctrlprops)\//i, `文件里有 ActiveX 控件，没有接收。请删去控件，另存为新文件再上传。`],
  [/(^|\/)(embeddings|oleobject\w*)\/(?!.*\.xlsx$)|oleobject[^/]*\.bin$/i, '文件里嵌有别的文件（OLE 对象），没有接收。请在 Word 里删去嵌入的对象，另存为新文件再上传。'],
  [/(^|\/)externallinks\//i, '表格引用了别处的文件，没有接收。请断开外部链接，另存为新文件再上传。'],
] // prettier-ignore

/** What is wrong with a part by its name alone; null when nothing is. */
export function partProblem(name: string): string | null {
  if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name))
    return `文件里有指向外面文件夹的路径，没有接收。${saveAnew}`
  return living.find(([pattern]) => pattern.test(name))?.[1] ?? null
}

const declared = /<!\s*(DOCTYPE|ENTITY)/i
const macroContent = /macroEnabled|vnd\.ms-office\.(vbaProject|activeX)/i
const overlap = 64

/** Watches the text of an XML part go by. UTF-16 is read as well: the zero bytes between its letters are dropped. */
export class XmlWatch {
  #tail = ''

  see(chunk: Buffer): string | null {
    const text = this.#tail + chunk.toString('latin1').replaceAll('\0', '')
    this.#tail = text.slice(-overlap)
    // No office program writes one; whoever does wants entities expanded or fetched.
    if (declared.test(text)) return `文件里有外部实体声明（DOCTYPE），没有接收。${saveAnew}`
    if (macroContent.test(text)) return `文件里有宏，没有接收。${saveAnew}`
    return null
  }
}

const relationship = /<(?:\w+:)?Relationship\s[^>]*>/gi

const decoded = (text: string) =>
  text.replaceAll(/&#(x[\da-f]+|\d+);/gi, (whole, n: string) => {
    const code = n.startsWith('x') || n.startsWith('X') ? Number.parseInt(n.slice(1), 16) : Number(n)
    return code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole
  })

/** A relationship that leads outside: a link in the text may, a template, a picture or an object may not. */
export function relationshipsProblem(xml: string): string | null {
  const outside = [...xml.replaceAll('\0', '').matchAll(relationship)]
    .map((match) => decoded(match[0]))
    .filter((tag) => /TargetMode\s*=\s*["']?\s*External/i.test(tag))
    .some((tag) => !/Type\s*=\s*["'][^"']*\/hyperlink["']/i.test(tag))
  return outside
    ? `文件引用了别处的内容（模板、图片或对象），没有接收。请断开外部链接，另存为新文件再上传。`
    : null
}
