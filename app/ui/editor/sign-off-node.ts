import { Node } from '@tiptap/core'
import { signOffPlaceholder } from '~/domain/drafting/sign-off-sentence'

/** 审签语: an atom without words of its own; the signature gives it its wording. */
export const SignOff = Node.create({
  name: 'signOff',
  group: 'inline',
  inline: true,
  atom: true,
  selectable: true,
  parseHTML: () => [{ tag: 'span[data-sign-off]' }],
  renderHTML: () => [
    'span',
    { 'data-sign-off': '', class: 'sign-off', title: '审签后自动写入，不能手工填写' },
    signOffPlaceholder,
  ],
  renderText: () => signOffPlaceholder,
})
