import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin } from '@tiptap/pm/state'

/** Where sign-off fields stand. */
export function signOffPositions(doc: Node): number[] {
  const found: number[] = []
  doc.descendants((node, position) => {
    if (node.type.name === 'signOff') found.push(position)
  })
  return found
}

/** A letter says once who signed it: a copy of the field is removed as it comes. */
export const OneSignOff = Extension.create({
  name: 'oneSignOff',
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!transactions.some((transaction) => transaction.docChanged)) return null
        const surplus = signOffPositions(state.doc).slice(1)
        if (surplus.length === 0) return null
        const removal = state.tr
        for (const position of surplus.toReversed()) removal.delete(position, position + 1)
        return removal
      },
    }),
  ],
})
