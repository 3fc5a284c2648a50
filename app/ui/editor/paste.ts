import { closeHistory } from '@tiptap/pm/history'
import { Fragment, Slice, type Schema } from '@tiptap/pm/model'
import type { EditorProps } from '@tiptap/pm/view'
import { plainTextOfHtml } from '~/domain/drafting/plain-text'
import { docFromPlainText } from '~/domain/drafting/rich-text'

/** Copied inside the editor: already nothing but our own nodes. */
const isOurs = (html: string) => html.includes('data-pm-slice')

/** Text as the editor takes it in. */
export function sliceOfText(schema: Schema, text: string): Slice {
  const blocks = docFromPlainText(text).content.map((block) => schema.nodeFromJSON(block))
  return Slice.maxOpen(Fragment.fromArray(blocks))
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Text as HTML of our own nodes alone. */
export function htmlOfText(text: string): string {
  const lines = docFromPlainText(text).content.map((block) => {
    const tag = block.type === 'heading' ? `h${block.attrs.level}` : 'p'
    const inner = (block.content ?? []).map((node) =>
      node.type === 'text'
        ? escaped(node.text)
        : node.type === 'signOff'
          ? '<span data-sign-off></span>'
          : '<br>',
    )
    return `<${tag}>${inner.join('')}</${tag}>`
  })
  return lines.join('')
}

/** Whatever comes in comes in as lines of text: paragraphs, the two headings, the sign-off field. Nothing foreign is kept. */
export const pasteProps: EditorProps = {
  handlePaste(view, event) {
    const html = event.clipboardData?.getData('text/html') ?? ''
    const plain = event.clipboardData?.getData('text/plain') ?? ''
    if (isOurs(html)) return false
    const text = plain.trim() === '' ? plainTextOfHtml(html) : plain
    if (text.trim() === '') return true
    const paste = view.state.tr.replaceSelection(sliceOfText(view.state.schema, text))
    view.dispatch(closeHistory(paste).scrollIntoView().setMeta('paste', true).setMeta('uiEvent', 'paste'))
    return true
  },
  /** What is dropped comes this way. */
  transformPastedHTML: (html) => (isOurs(html) ? html : htmlOfText(plainTextOfHtml(html))),
  clipboardTextParser: (text, _context, _plain, view) => sliceOfText(view.state.schema, text),
}
