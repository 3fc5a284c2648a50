import type { AnyExtension } from '@tiptap/core'
import { StarterKit } from '@tiptap/starter-kit'
import { OneSignOff } from './one-sign-off'
import { SecondLevel } from './second-level'
import { SignOff } from './sign-off-node'

/** The schema of `rich-text.ts` and not a node more: paragraphs, two headings, hard breaks, the sign-off field. */
export const extensions: AnyExtension[] = [
  StarterKit.configure({
    blockquote: false,
    bold: false,
    bulletList: false,
    code: false,
    codeBlock: false,
    dropcursor: false,
    gapcursor: false,
    heading: { levels: [1, 2] },
    horizontalRule: false,
    italic: false,
    link: false,
    listItem: false,
    listKeymap: false,
    orderedList: false,
    strike: false,
    trailingNode: false,
    underline: false,
  }),
  SignOff,
  OneSignOff,
  SecondLevel,
]
