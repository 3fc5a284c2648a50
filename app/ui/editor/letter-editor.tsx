import { useEffect, useRef, useState, type ComponentType } from 'react'
import { docFromPlainText, parseRichDoc, plainTextOfDoc, type RichDoc } from '~/domain/drafting/rich-text'
import { FieldError } from '../forms/field'
import { TitleLines } from '../letter/body-text'
import type { SurfaceProps } from './writing-surface'

type Props = {
  doc: RichDoc
  title: string
  salutation: string
  /** 复函正文 */
  label?: string | undefined
  error?: string | undefined
  isReadOnly?: boolean | undefined
  /** Told of every change that may be saved, for saving on the way. */
  onChange?: ((doc: RichDoc) => void) | undefined
}

const id = 'f-text'

/** What was typed before the script came wins over what the page was drawn with. */
function docOf(field: HTMLTextAreaElement | null, drawn: RichDoc): RichDoc {
  const typed = field?.value.replaceAll('\r\n', '\n')
  return typed === undefined || typed === plainTextOfDoc(drawn) ? drawn : docFromPlainText(typed)
}

/** A plain text field that posts `text`; with scripts the letter itself, which posts `content` as JSON. */
export function LetterEditor({
  doc,
  title,
  salutation,
  label = '复函正文',
  error,
  isReadOnly = false,
  onChange,
}: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  // a later document is another editor, by its key
  const drawn = useRef(doc)
  const [Surface, setSurface] = useState<ComponentType<SurfaceProps> | null>(null)
  const [initial, setInitial] = useState(doc)
  const [posted, setPosted] = useState(() => JSON.stringify(doc))
  useEffect(() => {
    let isGone = false
    const take = ({ WritingSurface }: { WritingSurface: ComponentType<SurfaceProps> }) => {
      if (isGone) return
      const taken = docOf(field.current, drawn.current)
      setInitial(taken)
      setPosted(JSON.stringify(taken))
      setSurface(() => WritingSurface)
    }
    // without the chunk the plain field stays, and posts as well
    import('./writing-surface').then(take, () => undefined)
    return () => {
      isGone = true
    }
  }, [])
  const described = error === undefined ? `${id}-help` : `${id}-help ${id}-error`
  return (
    <div className={error === undefined ? 'editor' : 'editor field-bad'}>
      {Surface ? (
        <>
          <input type="hidden" name="content" value={posted} />
          <Surface
            initial={initial}
            label={label}
            describedBy={described}
            isReadOnly={isReadOnly}
            head={<Head title={title} salutation={salutation} />}
            foot={<p className="auto">签发后自动写入：审签语、署名、成文日期；联系人、抄送在上方填写</p>}
            onChange={(json) => {
              setPosted(JSON.stringify(json))
              const parsed = parseRichDoc(json)
              if ('doc' in parsed) onChange?.(parsed.doc)
            }}
          />
        </>
      ) : (
        <div className="editor-plain field">
          <label htmlFor={id}>{label}</label>
          <textarea
            ref={field}
            id={id}
            name="text"
            rows={24}
            readOnly={isReadOnly}
            defaultValue={plainTextOfDoc(doc)}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={described}
          />
        </div>
      )}
      <p className="hint editor-help" id={`${id}-help`}>
        {Surface
          ? 'Ctrl+Alt+1 一级标题 · Ctrl+Alt+2 二级标题 · Ctrl+Alt+0 正文 · Ctrl+Z 撤销 · Ctrl+Shift+Z 重做 · Tab 离开正文。粘贴只留文字，审签语会变成【审签后生成】'
          : '一段一行；“一、”“（一）”开头的行是标题。审签语写作【审签后生成】，审签后自动写入'}
      </p>
      <FieldError id={id}>{error}</FieldError>
    </div>
  )
}

function Head({ title, salutation }: { title: string; salutation: string }) {
  return (
    <>
      <p className="e-title phr">
        <TitleLines title={title} />
      </p>
      <p className="l-to">{salutation}</p>
    </>
  )
}
