import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { reauthenticate, signInWords } from '~/auth/sign-in.server'
import { sessionCookie } from '~/auth/session-cookie.server'
import { signReply } from '~/domain/clearance/sign-reply.server'
import { Invalid } from '~/domain/refusals'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { formOf } from '../proposals/acts/act-form'
import { actTitle } from '../proposals/draft/act-title'
import { replyTarget } from '../proposals/draft/reply-act.server'
import { ApprovalBody } from './approval-body'
import { approvalPage } from './approval-page.server'
import { decisionFields, decisionOf } from './decision-fields'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('签发', data?.frame.bureau, data?.page)

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  page: await approvalPage(visit),
  key: newKey(),
  signKey: newKey(),
}))

const fields = z.object({
  ...decisionFields,
  password: z.string('请输入登录密码。').min(1, '请输入登录密码。').max(200, '密码最多 200 位。'),
})

/** The password once more, then the signature over the hash that was read. */
export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const again = await reauthenticate(
    visit,
    { password: value.password, source: visit.source },
    visit.realNow,
    visit.now,
  )
  if ('refused' in again) throw new Invalid([{ field: 'password', message: signInWords[again.refused] }])
  const headers = { 'Set-Cookie': sessionCookie(again.token) }
  const { hash, shownState } = decisionOf(value)
  try {
    await signReply(
      { ...command, reauthenticatedAt: visit.realNow },
      await replyTarget(visit, value.version),
      { hash, ...(shownState ? { shownState } : {}) },
    )
  } catch (error) {
    visit.answerHeaders(headers)
    throw error
  }
  return redirect(`${paths.proposal(visit.params['number'] ?? '')}?done=signed`, { status: 303, headers })
})

export default function Sign() {
  const { frame, page, key, signKey } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const isPassword = form?.problems.some((p) => p.field === 'password') ?? false
  return (
    <ApprovalBody
      frame={frame}
      page={page}
      approveKey={key}
      signKey={signKey}
      form={form}
      open={isPassword || !form ? 'sign' : null}
    />
  )
}
