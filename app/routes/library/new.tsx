import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { acceptOf } from '~/domain/files/file-kinds'
import { bringIn, type Brought } from '~/domain/library/bring-in.server'
import { libraryReaders } from '~/domain/library/library-people'
import { pastedUpload } from '~/domain/library/pasted-upload.server'
import { maxPageBytes } from '~/domain/library/reading/page-bytes'
import { longestPaste, mostPages } from '~/domain/library/states'
import { hiddenFields } from '~/http/form-fields'
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
import { ConflictNote } from '~/ui/parts/conflict-note'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { BroughtList } from './brought-list'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `收进页面 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => ({ frame: frameOf(visit), key: newKey() }), {
  roles: libraryReaders,
})

const fields = z.object({
  key: hiddenFields.key,
  text: z.string().max(longestPaste, '粘贴的内容最多 15 万字。').default(''),
})
const kinds = ['html', 'txt'] as const

export const action = actionForUser(
  async (visit) => {
    const { value, command, files } = await readUpload(visit, fields, {
      files: { kinds, most: maxPageBytes, many: mostPages },
    })
    const pasted = value.text.trim() === '' ? [] : [pastedUpload(value.text)]
    return { brought: await bringIn(command, [...pasted, ...files.files]) }
  },
  { roles: libraryReaders },
)

const labels = { text: '粘贴内容', files: '存下的网页' }

const broughtOf = (acted: unknown): Brought[] | undefined =>
  acted && typeof acted === 'object' && 'brought' in acted ? (acted.brought as Brought[]) : undefined

export default function LibraryNew() {
  const { frame, key } = useLoaderData<typeof loader>()
  const acted = useActionData()
  const form = formOf(acted)
  const brought = broughtOf(acted)
  const errors = errorsByField(form?.problems ?? [])
  return (
    <HouseFrame frame={frame} here="library">
      <PageHead
        title="收进页面"
        note="收进来的先放在待核对，有人核对以后才算收录。页面里的链接只作文字看，不会打开。"
        crumb={[{ label: '往年答复', href: paths.library() }, { label: '收进页面' }]}
      />
      <div className="stack">
        {brought ? <BroughtList brought={brought} /> : null}
        <Card id="bring-in" title={brought ? '再收几份' : '要收的页面'} pad>
          <form className="fform" method="post" encType="multipart/form-data">
            <ErrorSummary problems={form?.problems ?? []} labels={labels} title="没有收进，填好的都还在" />
            {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
            <HiddenFields values={{ key }} />
            <TextArea
              name="text"
              label="粘贴内容"
              hint="整页粘贴也可以，导航、页脚不用删"
              rows={10}
              value={brought ? '' : typedValue(form, 'text')}
              error={errors['text']}
            />
            <FileField
              name="files"
              label="或上传存下的网页"
              hint={`.html 或 .txt，一次最多 ${mostPages} 个`}
              accept={acceptOf(kinds)}
              many
              error={errors['files']}
            />
            <div className="row">
              <Button kind="do">收进</Button>
              <LinkButton href={paths.library()}>返回</LinkButton>
            </div>
          </form>
        </Card>
      </div>
    </HouseFrame>
  )
}
