import type { ReactNode } from 'react'
import { ErrorPage } from './error-page'

type Reason = { code: string; message: string; whoCanResolve: string }
type Shown = {
  form?: {
    reasons?: Reason[]
    problems?: { message: string }[]
    conflict?: { message: string } | null
  } | null
} | null

const titles: Record<number, { status: string; title: string }> = {
  400: { status: '没有办理', title: '提交的内容有误，没有办理' },
  401: { status: '没有办理', title: '离开太久，已经退出登录，这次没有办理' },
  403: { status: '不能办理', title: '这一步现在不能办' },
  404: { status: '没有找到', title: '没有这一页，或者不在您的办理范围内' },
  409: { status: '有了变化', title: '页面打开以后有了变化，这一步没有办' },
  503: { status: '暂时不能用', title: '数据库暂时连不上，请稍等几秒后刷新' },
}

/** The browser still holds the form: sent again with the new session, it loses nothing, and its key lets it act once. */
const signInAndResend =
  '您填写的内容还在：请在新窗口登录，再回到本页，按浏览器的“刷新”并选择重新提交。请不要关闭本页。'

/** The page for a whole request that failed; a refused form shows its reasons beside the form instead. */
export function FailurePage({ status, data }: { status: number; data: unknown }) {
  const words = titles[status] ?? { status: '系统出错', title: '系统出错了，已经记录' }
  return (
    <main className="page" id="main">
      <ErrorPage
        status={words.status}
        title={words.title}
        number={String(status)}
        kept={status === 401 ? signInAndResend : explanation(data as Shown)}
        actions={
          status === 401 ? (
            <a className="btn btn-do" href="/login" target="_blank" rel="noopener noreferrer">
              在新窗口登录
            </a>
          ) : (
            <a className="btn" href="/desk">
              回到我的待办
            </a>
          )
        }
      />
    </main>
  )
}

function explanation(data: Shown): ReactNode {
  const form = data?.form
  const lines = [
    ...(form?.reasons ?? []).map((r) => `${r.message}可找：${r.whoCanResolve}。`),
    ...(form?.problems ?? []).map((p) => p.message),
    ...(form?.conflict ? [form.conflict.message] : []),
  ]
  return lines.length > 0 ? lines.join(' ') : null
}
