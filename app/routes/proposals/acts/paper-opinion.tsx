import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { recordPaperOpinion } from '~/domain/co-handling/answer-request.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { acceptOf, megabyte, scanKinds } from '~/domain/files/file-kinds'
import { NotFound } from '~/domain/refusals'
import { checkbox, hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser } from '~/http/for-user.server'
import { readUpload } from '~/http/write.server'
import { CheckBox } from '~/ui/forms/check-box'
import { errorsByField } from '~/ui/forms/error-summary'
import { FileField } from '~/ui/forms/file-field'
import { TextArea } from '~/ui/forms/text-area'
import { TextField } from '~/ui/forms/text-field'
import { done } from './act.server'
import { ActForm, formOf } from './act-form'
import { readRequestAct } from './settlement.server'

const scan = { kinds: scanKinds, most: 10 * megabyte, isRequired: true }

export const loader = forUser(async (visit) => {
  const { act, party, request } = await readRequestAct(visit, 'paper')
  if (!request.unitId) throw new NotFound('request')
  return {
    act,
    party,
    question: request.question,
    today: shanghaiDay(visit.now),
    accept: acceptOf(scanKinds),
  }
})

const fields = z.object({
  ...hiddenFields,
  isNoObjection: checkbox,
  text: optionalLine('会办意见', 20_000).transform((text) => text.replaceAll('\r\n', '\n')),
  docNo: optionalLine('文号', 60),
  receivedOn: optionalLine('收到日期', 10),
  contactName: optionalLine('对方联系人', 40),
  contactPhone: optionalLine('联系电话', 40),
})

export const action = actionForUser(async (visit) => {
  const { value, command, files } = await readUpload(visit, fields, { scan })
  const { target } = await readRequestAct(visit, 'paper')
  const { isNoObjection, text, docNo, receivedOn, contactName, contactPhone } = value
  const [paper] = files.scan
  if (!paper) throw new Error('a required file is missing')
  const given = { isNoObjection, text, docNo, receivedOn, contactName, contactPhone }
  await recordPaperOpinion(command, target, given, paper)
  return done(visit, 'paper', 'co-handling')
})

const labels = {
  docNo: '文号',
  receivedOn: '收到日期',
  text: '意见全文或摘要',
  contactName: '对方联系人',
  contactPhone: '联系电话',
  scan: '扫描件',
}

/** 代录纸质意见: on the unit's behalf, with the scan; everywhere it says 纸质意见 and who entered it. */
export default function PaperOpinion() {
  const { act, party, question, today, accept } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  const field = (name: Exclude<keyof typeof labels, 'scan'>, otherwise = '') => ({
    name,
    label: labels[name],
    value: typedValue(form, name, otherwise),
    error: errors[name],
  })
  return (
    <ActForm
      title={`代录纸质意见：${party}`}
      intro={`${question}。代${party}登记，处处标明“纸质意见”和登记人。`}
      act={act}
      form={form}
      labels={labels}
      submit="登记纸质意见"
      takesFiles
    >
      <div className="two">
        <TextField {...field('docNo')} hint="来文有发文字号的填写" maxLength={60} />
        <TextField {...field('receivedOn', today)} type="date" required max={today} />
      </div>
      <CheckBox name="isNoObjection" label="无不同意见" checked={typedValue(form, 'isNoObjection') !== ''} />
      <TextArea {...field('text')} rows={8} hint="照录原文；太长的写摘要，原文见扫描件" />
      <div className="two">
        <TextField {...field('contactName')} maxLength={40} />
        <TextField {...field('contactPhone')} type="tel" maxLength={40} />
      </div>
      <FileField
        name="scan"
        label={labels.scan}
        accept={accept}
        required
        hint="PDF 或图片，10 MB 以内"
        error={errors['scan']}
      />
    </ActForm>
  )
}
