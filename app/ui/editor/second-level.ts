import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<DecorationSet>('secondLevel')

function decorationsOf(doc: Node): DecorationSet {
  const marks: Decoration[] = []
  doc.forEach((block, position) => {
    if (block.type.name !== 'heading' || block.attrs['level'] !== 2) return
    const stop = block.textBetween(0, block.content.size, '\n', '\uFFFC').indexOf('。')
    const end = position + 1 + (stop === -1 ? block.content.size : stop + 1)
    marks.push(Decoration.inline(position + 1, end, { class: 'kai' }))
  })
  return DecorationSet.create(doc, marks)
}

/** “（一）…。” stands in 楷体 up to its first 。, the text after it in 仿宋, as the letter prints it. */
export const SecondLevel = Extension.create({
  name: 'secondLevel',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => decorationsOf(state.doc),
        apply: (transaction, marks) => (transaction.docChanged ? decorationsOf(transaction.doc) : marks),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})
