import type { ReactNode } from 'react'
import type { FormState } from '~/http/form-state'
import { acceptOf } from '~/domain/files/file-kinds'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { ListPreview, mostShown, type PreviewRow } from './list-preview'

export const listKinds = ['xlsx', 'csv'] as const

type Props = {
  formKey: string
  form: FormState | undefined
  hint: string
  labels: Record<string, string>
  /** After the upload: what importing would do. */
  preview: {
    fileId: string
    said: string
    total: number
    canImport: boolean
    rows: readonly PreviewRow[]
  } | null
  done: string | null
  backHref: string
  againHref: string
  /** Further fields of the upload, and the same again, unseen, in the import. */
  children?: ReactNode
  carried?: Record<string, string>
}

/** Two steps without a script: choose a file and look, then import what was looked at. */
export function ImportPage(props: Props) {
  const { formKey, form, hint, labels, preview, done, backHref, againHref, children, carried = {} } = props
  return (
    <div className="stack">
      {done ? (
        <Note tone="green" announce>
          {done}
        </Note>
      ) : null}
      {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
      <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有导入" />
      {preview === null ? (
        <Card id="choose" title="选择名单" pad>
          <form className="fform" method="post" encType="multipart/form-data">
            <HiddenFields values={{ key: formKey }} />
            {children}
            <FileField
              name="list"
              label={labels['list'] ?? '名单'}
              hint={hint}
              required
              accept={acceptOf(listKinds)}
              error={errorsByField(form?.problems ?? [])['list']}
            />
            <div className="row">
              <Button kind="do">上传并预览</Button>
              <LinkButton href={backHref}>返回</LinkButton>
            </div>
          </form>
        </Card>
      ) : (
        <Card
          id="preview"
          title="预览"
          note={
            preview.total > mostShown
              ? `共 ${preview.total} 行，先列 ${mostShown} 行，有误的在前`
              : `共 ${preview.total} 行`
          }
        >
          <form className="pad stack" method="post" encType="multipart/form-data">
            <HiddenFields values={{ key: formKey, fileId: preview.fileId, ...carried }} />
            <p>{preview.said}</p>
            <div className="row">
              {preview.canImport ? <Button kind="do">导入</Button> : null}
              <LinkButton href={againHref}>换一份名单</LinkButton>
            </div>
          </form>
          <ListPreview rows={preview.rows} />
        </Card>
      )}
    </div>
  )
}
