import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { Icon } from '../icon'
import { signOffPositions } from './one-sign-off'

function stateOf(editor: Editor) {
  return {
    level: editor.isActive('heading', { level: 1 }) ? 1 : editor.isActive('heading', { level: 2 }) ? 2 : 0,
    canUndo: editor.can().undo(),
    canRedo: editor.can().redo(),
    hasSignOff: signOffPositions(editor.state.doc).length > 0,
    characters: editor.getText({ blockSeparator: '' }).replaceAll(/\s/g, '').length,
  }
}

export function Toolbar({ editor }: { editor: Editor }) {
  const state = useEditorState({ editor, selector: ({ editor: current }) => stateOf(current) })
  const chain = () => editor.chain().focus()
  return (
    <fieldset className="tools" aria-label="版式">
      <Tool
        isOn={state.level === 1}
        onPress={() => chain().setHeading({ level: 1 }).run()}
        keys="Control+Alt+1"
      >
        一、标题
      </Tool>
      <Tool
        isOn={state.level === 2}
        onPress={() => chain().setHeading({ level: 2 }).run()}
        keys="Control+Alt+2"
      >
        （一）标题
      </Tool>
      <Tool isOn={state.level === 0} onPress={() => chain().setParagraph().run()} keys="Control+Alt+0">
        正文
      </Tool>
      <span className="sep" />
      <Tool isOff={!state.canUndo} onPress={() => chain().undo().run()} keys="Control+Z">
        <Icon name="undo" />
        撤销
      </Tool>
      <Tool isOff={!state.canRedo} onPress={() => chain().redo().run()} keys="Control+Shift+Z">
        <Icon name="redo" />
        重做
      </Tool>
      <span className="sep" />
      <Tool isOff={state.hasSignOff} onPress={() => chain().insertContent({ type: 'signOff' }).run()}>
        插入审签语{state.hasSignOff ? <span className="vh">（正文里已有一处）</span> : null}
      </Tool>
      <output className="end sm mute">{state.characters} 字</output>
    </fieldset>
  )
}

type ToolProps = { isOn?: boolean; isOff?: boolean; keys?: string; onPress: () => void; children: ReactNode }

function Tool({ isOn, isOff = false, keys, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tl"
      aria-pressed={isOn}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={keys}
      onMouseDown={(event) => event.preventDefault()}
      onClick={isOff ? undefined : onPress}
    >
      {children}
    </button>
  )
}
