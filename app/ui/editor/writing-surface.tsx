import { EditorContent, useEditor } from '@tiptap/react'
import type { RichDoc } from '~/domain/drafting/rich-text'
import type { ReactNode } from 'react'
import { extensions } from './extensions'
import { pasteProps } from './paste'
import { Toolbar } from './toolbar'

export type SurfaceProps = {
  initial: RichDoc
  label: string
  describedBy: string
  isReadOnly: boolean
  /** Title and salutation above the text, as the letter will have them. */
  head: ReactNode
  foot: ReactNode
  /** Told of the document as the editor holds it, good or not: the server judges. */
  onChange: (json: unknown) => void
}

/** The part that needs tiptap: its own chunk, loaded after the page works. */
export function WritingSurface({
  initial,
  label,
  describedBy,
  isReadOnly,
  head,
  foot,
  onChange,
}: SurfaceProps) {
  const editor = useEditor({
    extensions,
    content: initial,
    editable: !isReadOnly,
    immediatelyRender: false,
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { textDirection: false },
    editorProps: {
      ...pasteProps,
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        'aria-describedby': describedBy,
        lang: 'zh-CN',
        spellcheck: 'false',
      },
    },
    onUpdate: ({ editor: changed }) => onChange(changed.getJSON()),
  })
  return (
    <>
      {editor && !isReadOnly ? <Toolbar editor={editor} /> : null}
      <div className="letter edit">
        {head}
        <EditorContent editor={editor} />
        {foot}
      </div>
    </>
  )
}
