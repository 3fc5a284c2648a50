import { type IParagraphOptions, type ParagraphChild, Paragraph, TextRun } from 'docx'
import type { styleIds } from './stylesheet'

type StyleId = (typeof styleIds)[keyof typeof styleIds]

/** Words in one face. The hint keeps “ ” … — as wide as the Chinese around them in Word and WPS. */
export const words = (text: string, style?: StyleId) =>
  new TextRun({ text, font: { hint: 'eastAsia' }, ...(style ? { style } : {}) })

type Layout = Omit<IParagraphOptions, 'style' | 'children' | 'text'>

/** A paragraph of the letter: its style says how it looks, `layout` only what depends on this letter's words. */
export const line = (style: StyleId, content: string | ParagraphChild[], layout: Layout = {}) =>
  new Paragraph({ ...layout, style, children: typeof content === 'string' ? [words(content)] : content })
