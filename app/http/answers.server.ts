import { data } from '@remix-run/node'
import { isDatabaseLost } from '~/db/client.server'
import { StoreFailed } from '~/files/file-store'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { blankForm, type FormState } from './form-state'
import { MalformedForm, type Typed } from './parse-form.server'

/** What went wrong, as a form shows it; null for what is nobody's doing (500). */
export function formStateOf(error: unknown, typed: Typed): FormState | null {
  if (error instanceof Invalid) return { ...blankForm, status: 400, typed, problems: [...error.problems] }
  if (error instanceof MalformedForm)
    return {
      ...blankForm,
      status: 400,
      typed,
      problems: [{ field: '', message: '提交的内容不完整，没有办理。请刷新页面后重填。' }],
    }
  if (error instanceof Refused) return { ...blankForm, status: 403, typed, reasons: [...error.reasons] }
  if (error instanceof Conflict) {
    const changed = error.changed.map((c) => ({ ...c, when: c.when.toISOString() }))
    return {
      ...blankForm,
      status: 409,
      typed,
      conflict: { message: error.message, changed, firstResult: error.firstResult ?? null },
    }
  }
  if (error instanceof StoreFailed) {
    const cause = error.isFull ? '存放文件的磁盘已满' : '文件库暂时不能用'
    const message = `没有办理：${cause}，文件存不进去。请告诉系统管理员；填好的都还在，恢复后重新选择文件再提交。`
    return { ...blankForm, status: 507, typed, problems: [{ field: '', message }] }
  }
  if (isDatabaseLost(error)) {
    const message =
      '数据库暂时连不上，这次有没有办成还不能确定。请稍等几秒，按浏览器的“刷新”并选择重新提交：同一张表单不会办两次。'
    return { ...blankForm, status: 503, typed, problems: [{ field: '', message }] }
  }
  return null
}

/** The answer of an action that was not accepted: the page re-renders its form from it. */
export const refusedForm = (form: FormState, headers: Record<string, string> = {}) =>
  data({ form }, { status: form.status, headers })

/** What a loader throws for the error page. */
export function thrownPage(error: unknown): Response {
  if (error instanceof NotFound) return pageOf(404, null)
  const form = formStateOf(error, {})
  if (form) return pageOf(form.status, form)
  throw error
}

/** A write whose session has ended: nothing was done, and sent again after signing in it carries all that was typed. */
export const signedOutPage = () => pageOf(401, { ...blankForm, status: 401 })

export const pageOf = (status: number, form: FormState | null) =>
  Response.json({ form }, { status, headers: status === 503 ? { 'Retry-After': '2' } : {} })
