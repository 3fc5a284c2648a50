import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptOf, sizeWords, usualMost } from '~/domain/files/file-kinds'
import { pastedUpload } from '~/domain/files/pasted-upload.server'
import { readDocument } from '~/domain/intake/documents/read-document.server'
import { mostLetters } from '~/domain/intake/documents/source-text'
import { Invalid } from '~/domain/refusals'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readUpload } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextArea } from '~/ui/forms/text-area'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { WhyNot } from '~/ui/marks/why-not'
import { formOf } from '../acts/act-form'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `由原件登记 · ${page?.frame.bureau ?? '复函'}` },
]

const registrars = { roles: ['registrar'] } as const

export const loader = forUser(
  (visit) => Promise.resolve({ frame: frameOf(visit), key: newKey() }),
  registrars,
)

const documentKinds = ['docx', 'doc', 'pdf', 'wps', 'ofd', 'txt'] as const
const fields = z.object({ key: hiddenFields.key, pasted: optionalLine('粘贴的文字', mostLetters) })

export const action = actionForUser(async (visit) => {
  const { value, command, files } = await readUpload(visit, fields, {
    document: { kinds: documentKinds, most: usualMost },
  })
  const [document] = files.document
  if (document && value.pasted)
    throw new Invalid([{ field: 'pasted', message: '文件和文字请只给一样。文件要重新选择一次。' }])
  if (!document && !value.pasted)
    throw new Invalid([{ field: 'document', message: '请选择文件，或在下面粘贴文字。' }])
  const { readingId } = await readDocument(command, document ?? pastedUpload(value.pasted))
  return redirect(paths.fromDocument(readingId), 303)
}, registrars)

const labels = { document: '原件', pasted: '文字' }

export default function Upload() {
  const { frame, key } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="由原件登记"
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '由原件登记' }]}
      />
      <div className="cols cols-rail">
        <form className="stack" method="post" encType="multipart/form-data">
          <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有读取，请看下面" />
          {form?.conflict ? (
            <Note tone="amber" announce>
              {form.conflict.message}
            </Note>
          ) : null}
          {form && form.reasons.length > 0 ? (
            <WhyNot id="why" title="现在不能读取：" items={form.reasons} />
          ) : null}
          <HiddenFields values={{ key }} />
          <Card id="original" title="建议提案的原件" pad>
            <div className="fform">
              <FileField
                name="document"
                label="原件"
                accept={acceptOf(documentKinds)}
                hint={`.docx、.doc、.pdf 会读出内容；.wps、.ofd 只保存原件，内容要手工录入。最大 ${sizeWords(usualMost)}`}
                error={errors['document']}
              />
              <TextArea
                name="pasted"
                label="或者粘贴文字"
                rows={8}
                hint="从网页或邮件复制的原文，整篇粘贴在这里"
                value={typedValue(form, 'pasted')}
                error={errors['pasted']}
              />
            </div>
          </Card>
          <div className="row">
            <Button kind="do" size="l">
              读取原件
            </Button>
            <LinkButton size="l" href={paths.register()}>
              不用原件，直接登记
            </LinkButton>
          </div>
        </form>
        <aside className="stack" aria-label="读取说明">
          <Card id="after" title="读取以后" pad>
            <p className="sm">
              系统照原件填好登记表，每一项都标出在原件里的位置；请您逐项对照，一致的打勾，不对的改正，再登记。
            </p>
            <p className="sm">原件按收到时的样子保存，可以随时下载，校验值不变。</p>
          </Card>
        </aside>
      </div>
    </HouseFrame>
  )
}
