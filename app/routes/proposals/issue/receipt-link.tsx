import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { hashOfToken, makeReceiptLink } from '~/domain/receipt/receipt-link.server'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { NotFound } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import type { UserVisit } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey, newToken } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { formOf } from '../acts/act-form'
import { actTitle } from '../draft/act-title'
import { ReplyAct } from '../draft/reply-act'
import { qrCode } from './qr-code.server'
import { ReceiptSheet } from './receipt-sheet'
import { proposalOf } from '../proposal-of.server'

async function read(visit: UserVisit) {
  const id = idParam(visit.params, 'receiptId')
  const { facts, sponsors, letters } = await proposalOf(visit)
  const receipt = facts.receipts.find((r) => r.id === id)
  if (!receipt) throw new NotFound('receipt')
  const { registerNo, officialNo, track, version, id: proposalId, subject } = facts.proposal
  return {
    proposalId,
    receiptId: id,
    subject,
    bureau: facts.bureau.name,
    delegate: sponsors.find((s) => s.delegateId === receipt.delegateId)?.name ?? '',
    docNo: letters.find((l) => l.id === receipt.letterId)?.docNo ?? '',
    dueOn: receipt.dueOn,
    about: { number: registerNo, officialNo, track, subject },
    act: {
      number: registerNo,
      version,
      key: newKey(),
      reasons: reasonsAgainst('make_receipt_link', { ...facts, input: { receiptId: id } }),
    },
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('生成回执链接', data?.frame.bureau, data?.about)

// The token comes with the form, so that pressing twice makes one link; it is never stored, only its hash.
export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  ...(await read(visit)),
  token: newToken(),
}))

const fields = z.object({
  key: hiddenFields.key,
  token: z.string().regex(/^[\w-]{32,64}$/, '表单不完整，请刷新后再办。'),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const page = await read(visit)
  const { expiresAt } = await makeReceiptLink(
    command,
    { proposalId: page.proposalId },
    { receiptId: page.receiptId, tokenHash: hashOfToken(value.token) },
  )
  const link = new URL(paths.receipt(value.token), visit.request.url).href
  return { sheet: { ...page, link, qr: await qrCode(link), until: shanghaiDay(new Date(expiresAt)) } }
})

export default function ReceiptLink() {
  const { frame, about, act, token, delegate, docNo } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  if (acted && 'sheet' in acted) return <ReceiptSheet frame={frame} sheet={acted.sheet} />
  return (
    <ReplyAct
      title="生成回执链接"
      intro={`${delegate}，${docNo}。链接只显示这一次，请马上打印或发给本人；再次生成时，原来的链接失效。`}
      data={{ frame, about, act }}
      form={formOf(acted)}
      submit="生成回执链接"
    >
      <HiddenFields values={{ token }} />
    </ReplyAct>
  )
}
