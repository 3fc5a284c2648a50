import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { isDay } from '~/domain/deadlines/day'
import { acceptBasis, refuseBasis } from '~/domain/library/decide.server'
import { libraryReaders } from '~/domain/library/library-people'
import { readPaper } from '~/domain/library/read-library.server'
import { hiddenFields, optionalChoice, optionalLine } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { formOf } from '../proposals/acts/act-form'
import { AcceptedFields } from './accepted-fields'
import { BasisForm, basisLabels } from './basis-form'
import { FindingsCard } from './findings-card'
import { RefuseForm } from './refuse-form'
import { paperSheet } from './review-sheet'
import { SourceText } from './source-text'
import { StateNote } from './state-note'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.title ?? '依据文件'} · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const row = await readPaper(visit.viewer, idParam(visit.params, 'id'))
    return { frame: frameOf(visit), key: newKey(), ...paperSheet(row) }
  },
  { roles: libraryReaders },
)

const fields = z.object({
  key: hiddenFields.key,
  act: z.enum(['accept', 'refuse'], '表单不完整，请刷新后重填。'),
  reason: optionalLine('理由', 500),
  title: optionalLine('标题', 200),
  documentNumber: optionalChoice(z.string().trim().max(60, '文号最多 60 字。')),
  issuer: optionalChoice(z.string().trim().max(80, '发文机关最多 80 字。')),
  issuedOn: optionalChoice(z.string().refine(isDay, '请填写日期，如 2024-05-30。')),
})

export const action = actionForUser(
  async (visit) => {
    const id = idParam(visit.params, 'id')
    const { value, command } = await readWrite(visit, fields)
    const { title, documentNumber, issuer, issuedOn } = value
    if (value.act === 'refuse') await refuseBasis(command, id, value.reason)
    else await acceptBasis(command, id, { title, documentNumber, issuer, issuedOn })
    return redirect(paths.basisPage(id), 303)
  },
  { roles: libraryReaders },
)

export default function BasisReview() {
  const {
    frame,
    key,
    title,
    state,
    stated,
    findings,
    pieces,
    isCut,
    file,
    documentNumber,
    issuer,
    issuedOn,
  } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const values = {
    title,
    documentNumber: documentNumber ?? '',
    issuer: issuer ?? '',
    issuedOn: issuedOn ?? '',
  }
  return (
    <HouseFrame frame={frame} here="library">
      <PageHead title={title} crumb={[{ label: '依据文件', href: paths.basis() }, { label: '核对' }]} />
      <div className="stack">
        <StateNote state={state} stated={stated} file={file} />
        {findings.length > 0 ? <FindingsCard findings={findings} /> : null}
        <div className="review">
          <SourceText pieces={pieces} isCut={isCut} isOpen={state === 'quarantine'} />
          {state === 'quarantine' ? (
            <div className="stack">
              <BasisForm formKey={key} form={form} values={values} />
              <RefuseForm formKey={key} form={form} />
            </div>
          ) : (
            <Card id="fields" title="收录的内容" pad>
              <AcceptedFields
                rows={Object.entries(values).map(([name, value]) => ({
                  term: basisLabels[name as keyof typeof basisLabels],
                  value,
                }))}
              />
            </Card>
          )}
        </div>
      </div>
    </HouseFrame>
  )
}
