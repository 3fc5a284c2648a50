import { z } from 'zod'
import { hasHiddenCharacters, linesOfText } from './plain-text'
import { findSignOff, signOffClaim, signOffPlaceholder } from './sign-off-sentence'

export const maxBlocks = 2000
export const maxCharacters = 200_000

const textNode = z.strictObject({
  type: z.literal('text'),
  text: z
    .string()
    .min(1)
    .max(20_000)
    .refine((text) => !hasHiddenCharacters(text)),
})
const hardBreak = z.strictObject({ type: z.literal('hardBreak') })
/** 审签语: no text of its own; the signature gives it the wording of the rule profile. */
const signOff = z.strictObject({ type: z.literal('signOff') })

const inline = z.discriminatedUnion('type', [textNode, hardBreak, signOff])
const content = z.array(inline).max(1000).exactOptional()

const paragraph = z.strictObject({ type: z.literal('paragraph'), content })
const heading = z.strictObject({
  type: z.literal('heading'),
  attrs: z.strictObject({ level: z.union([z.literal(1), z.literal(2)]) }),
  content,
})
const block = z.discriminatedUnion('type', [paragraph, heading])

/** The editor's document. Two levels deep and no deeper, so that reading it never recurses; no marks, no links, no files. */
export const richDoc = z.strictObject({
  type: z.literal('doc'),
  content: z.array(block).min(1).max(maxBlocks),
})

export type RichDoc = z.infer<typeof richDoc>
type Block = RichDoc['content'][number]
type Inline = NonNullable<Block['content']>[number]

export type ParsedRichDoc = { doc: RichDoc } | { problem: string }

const inlineOf = (of: Block): readonly Inline[] => of.content ?? []
const levelOf = (of: Block) => (of.type === 'heading' ? of.attrs.level : 0)

function charactersOf(doc: RichDoc): number {
  return doc.content
    .flatMap(inlineOf)
    .reduce((sum, node) => sum + (node.type === 'text' ? node.text.length : 0), 0)
}

function problemOf(issue: z.core.$ZodIssue | undefined): string {
  const [first, index] = issue?.path ?? []
  const at = first === 'content' && typeof index === 'number' ? `第 ${index + 1} 段` : '正文'
  if (issue?.code === 'too_big') return `${at}太长，没有保存。请分成几段`
  if (issue?.code === 'custom') return `${at}含有看不见的控制字符，没有保存。请删去后重试`
  return `${at}含有编辑器不认识的内容，没有保存。请只粘贴文字后重试`
}

/** Everything unknown is refused, never dropped: an unknown node, mark or attribute, a hidden character, a second 审签语. */
export function parseRichDoc(input: unknown): ParsedRichDoc {
  const blocks = z.object({ content: z.array(z.unknown()) }).safeParse(input).data?.content.length ?? 0
  if (blocks > maxBlocks) return { problem: `正文有 ${blocks} 段，最多 ${maxBlocks} 段` }
  const parsed = richDoc.safeParse(input)
  if (!parsed.success) return { problem: problemOf(parsed.error.issues[0]) }
  if (charactersOf(parsed.data) > maxCharacters) return { problem: `正文太长，最多 ${maxCharacters} 字` }
  const signOffs = parsed.data.content.flatMap(inlineOf).filter((node) => node.type === 'signOff')
  if (signOffs.length > 1) return { problem: '审签语只能有一处，请删去多余的' }
  return { doc: parsed.data }
}

/** The same for the posted field: text that should be JSON. */
export function parseRichText(json: string): ParsedRichDoc {
  try {
    return parseRichDoc(JSON.parse(json))
  } catch {
    return { problem: '正文没有完整送达，没有保存。请再提交一次' }
  }
}

const levelOne = /^[一二三四五六七八九十]{1,3}、/u
const levelTwo = /^[（(][一二三四五六七八九十]{1,3}[）)]/u

const textOf = (text: string): Inline[] => (text === '' ? [] : [{ type: 'text', text }])

function inlineOfLine(line: string, mayTakeSignOff: boolean): Inline[] {
  const span = mayTakeSignOff ? findSignOff(line) : null
  if (!span) return textOf(line)
  return [...textOf(line.slice(0, span.start)), { type: 'signOff' }, ...textOf(line.slice(span.end))]
}

function blockOfLine(line: string, mayTakeSignOff: boolean): Block {
  const inlines = inlineOfLine(line, mayTakeSignOff)
  if (levelOne.test(line)) return { type: 'heading', attrs: { level: 1 }, content: inlines }
  if (levelTwo.test(line)) return { type: 'heading', attrs: { level: 2 }, content: inlines }
  return { type: 'paragraph', content: inlines }
}

/** One paragraph a line; “一、” and “（一）” make headings (GB/T 9704-2012 7.3.3); the first sign-off sentence becomes its field. */
export function docFromPlainText(text: string): RichDoc {
  let signOffTaken = false
  const blocks = linesOfText(text).map((line) => {
    const made = blockOfLine(line, !signOffTaken)
    signOffTaken ||= inlineOf(made).some((node) => node.type === 'signOff')
    return made
  })
  return { type: 'doc', content: blocks.length > 0 ? blocks : [{ type: 'paragraph' }] }
}

/** The text field of the form without scripts, held to the same limits. */
export const parsePlainText = (text: string): ParsedRichDoc => parseRichDoc(docFromPlainText(text))

/** The lines of a block: a hard break begins a new one. */
function linesOfBlock(of: Block, signOffText: string): string[] {
  const joined = inlineOf(of).map((node) => {
    if (node.type === 'text') return node.text
    return node.type === 'signOff' ? signOffText : '\n'
  })
  return joined
    .join('')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

export type BodyParagraph = { level: 0 | 1 | 2; text: string }

/** The letter's body. `signOffText` is the sentence without its full stop, or the placeholder while nobody has signed. */
export function bodyParagraphs(doc: RichDoc, signOffText: string): BodyParagraph[] {
  return doc.content.flatMap((of) =>
    linesOfBlock(of, signOffText).map((text, line) => ({ level: line === 0 ? levelOf(of) : 0, text })),
  )
}

/** One paragraph a line, for the form without scripts, for search and for differences. */
export const plainTextOfDoc = (doc: RichDoc) =>
  bodyParagraphs(doc, signOffPlaceholder)
    .map((line) => line.text)
    .join('\n')

export const isEmptyDoc = (doc: RichDoc) => plainTextOfDoc(doc) === ''

export const hasSignOff = (doc: RichDoc) =>
  doc.content.flatMap(inlineOf).some((node) => node.type === 'signOff')

/** Sentences left as text that claim a signature: nobody but the signature may write one (FOREIGN_SIGN_OFF_CLAIM). */
export function typedSignOffClaims(doc: RichDoc): string[] {
  return doc.content.flatMap((of) => {
    const text = inlineOf(of).map((node) =>
      node.type === 'text' ? node.text : node.type === 'signOff' ? '。' : '',
    )
    const claim = signOffClaim(text.join(''))
    return claim === null ? [] : [claim]
  })
}

function canonicalInline(of: Block): (string | { f: 'signOff' | 'hardBreak' })[] {
  const parts: (string | { f: 'signOff' | 'hardBreak' })[] = []
  for (const node of inlineOf(of)) {
    const last = parts.at(-1)
    if (node.type !== 'text') parts.push({ f: node.type })
    else if (typeof last === 'string') parts.splice(-1, 1, last + node.text)
    else parts.push(node.text)
  }
  return parts
}

/** What is hashed: the same words in the same order give the same string, however the editor cut its text nodes or keys. */
export const canonicalDoc = (doc: RichDoc) =>
  JSON.stringify(doc.content.map((of) => [levelOf(of), ...canonicalInline(of)]))
