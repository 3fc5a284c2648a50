import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { makeOpinionLink, voidOpinionLink } from '~/domain/co-handling/opinion-link.server'
import { linkWords, readCoHandling } from '~/domain/co-handling/read-co-handling.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { hashOfToken } from '~/domain/receipt/receipt-link.server'
import { NotFound } from '~/domain/refusals'
import { hiddenFields, optionalLine } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser, type UserVisit } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey, newToken } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Invalid } from '~/domain/refusals'
import { dateWords, shortInstant } from '~/ui/dates'
import { Button } from '~/ui/forms/button'
import { errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { Note } from '~/ui/parts/note'
import { formOf } from '../acts/act-form'
import { readRequestAct } from '../acts/settlement.server'
import { actTitle } from '../draft/act-title'
import { ReplyAct } from '../draft/reply-act'
import { qrCode } from '../issue/qr-code.server'
import { OpinionSheet } from './opinion-sheet'

async function readPage(visit: UserVisit) {
  idParam(visit.params, 'requestId')
  const { read, request, party, act, target } = await readRequestAct(visit, 'link')
  if (!request.unitId) throw new NotFound('request')
  const { registerNo, officialNo, track, subject, id } = read.facts.proposal
  const { links } = await readCoHandling(visit.viewer, id)
  const own = links.filter((l) => l.requestId === request.id)
  const live = own.find((l) => !l.usedAt && !l.voidedAt && l.expiresAt > visit.realNow)
  return {
    target,
    party,
    unit: read.units.find((u) => u.id === request.unitId)?.fullName ?? party,
    bureau: read.facts.bureau.name,
    question: request.question,
    dueOn: request.dueOn,
    contact: [request.contactName, request.contactPhone].filter(Boolean).join('，电话 '),
    about: { number: registerNo, officialNo, track, subject },
    act,
    live: live
      ? `${shortInstant(live.madeAt)} 生成，${linkWords(live, visit.realNow)}，${dateWords(shanghaiDay(live.expiresAt))}前有效`
      : null,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('会办链接', data?.frame.bureau, data?.page.about)

// The token comes with the form, so that pressing twice makes one link; it is never stored, only its hash.
export const loader = forUser(async (visit) => {
  const { target: _target, ...page } = await readPage(visit)
  return { frame: frameOf(visit), page, token: newToken(), voidKey: newKey() }
})

const fields = z.object({
  ...hiddenFields,
  act: z.enum(['make', 'void']),
  person: optionalLine('经办人', 40),
  token: z
    .string()
    .regex(/^[\w-]{32,64}$/, '表单不完整，请刷新后再办。')
    .optional(),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { target, ...page } = await readPage(visit)
  const { person, token } = value
  if (value.act === 'void') {
    await voidOpinionLink(command, target)
    return redirect(`${paths.tab(page.about.number, 'co-handling')}?done=link_voided`, 303)
  }
  if (person === '') throw new Invalid([{ field: 'person', message: '请填写对方经办人的姓名。' }])
  if (!token) throw new Invalid([{ field: '', message: '表单不完整，请刷新后再办。' }])
  const { expiresAt } = await makeOpinionLink(command, target, { person, tokenHash: hashOfToken(token) })
  const link = new URL(paths.opinionLink(token), visit.request.url).href
  return { sheet: { ...page, person, link, qr: await qrCode(link), until: shanghaiDay(new Date(expiresAt)) } }
})

/** 会办链接: for a unit without an account, one named person at a time. */
export default function OpinionLink() {
  const { frame, page, token, voidKey } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  if (acted && 'sheet' in acted) return <OpinionSheet frame={frame} sheet={acted.sheet} />
  const form = formOf(acted)
  return (
    <ReplyAct
      title={`会办链接：${page.party}`}
      intro="对方没有账号的，把链接交给一位经办人：他看得到原文、诉求和请会办的事，可以签收、提意见或说明不办，只能提交一次。链接只显示这一次。"
      data={{ frame, about: page.about, act: page.act }}
      form={form}
      labels={{ person: '对方经办人' }}
      submit={page.live ? '换一个新链接' : '生成会办链接'}
      foot={
        page.live ? (
          <form method="post" className="pad fform">
            <Note tone="blue">现有链接：{page.live}。生成新的，原来的随即失效。</Note>
            <HiddenFields values={{ key: voidKey, act: 'void' }} />
            <div className="row">
              <Button kind="no">收回现有链接</Button>
            </div>
          </form>
        ) : null
      }
    >
      <HiddenFields values={{ token, act: 'make' }} />
      <TextField
        name="person"
        label="对方经办人"
        hint="写姓名。链接是给他本人的，别人打开会看到是谁签收的"
        required
        maxLength={40}
        value={typedValue(form, 'person')}
        error={errorsByField(form?.problems ?? [])['person']}
      />
    </ReplyAct>
  )
}
