import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { readFrontDoor, type DemoAccount } from '~/auth/front-door.server'
import { sessionCookie } from '~/auth/session-cookie.server'
import { signIn, signInWords } from '~/auth/sign-in.server'
import { demoPasswordIfDemo } from '~/auth/demo-password.server'
import { testClock } from '~/clock.server'
import { Invalid } from '~/domain/refusals'
import { roleWords } from '~/domain/proposal/who-can-help'
import { actionForAnyone, forAnyone } from '~/http/for-anyone.server'
import { line } from '~/http/form-fields'
import { parseForm } from '~/http/parse-form.server'
import { insideOnly } from '~/http/paths'
import { instantWords } from '~/ui/dates'
import { Button } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { PublicFrame } from '~/ui/layout/public-frame'
import { SignInCard } from '~/ui/parts/sign-in-card'

const credentials = z.object({
  login: line('登录名', 60),
  password: z.string('请填写密码。').min(1, '请填写密码。').max(200, '密码最多 200 位。'),
  to: z.string().max(500).optional(),
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `登录 · ${data?.bureauName ?? '复函'}` },
]

export const loader = forAnyone(async ({ request }) => {
  const door = await readFrontDoor()
  const clock = testClock()
  const to = insideOnly(new URL(request.url).searchParams.get('to'))
  return {
    ...door,
    to,
    demoPassword: door.accounts.length > 0 ? demoPasswordIfDemo : null,
    testClock: clock ? instantWords(clock) : null,
  }
})

export const action = actionForAnyone(async ({ request, source, now, realNow, keep }) => {
  const form = await parseForm(request, credentials)
  keep(form.typed)
  if (!form.ok) throw new Invalid(form.problems)
  const { login, password, to } = form.value
  const result = await signIn({ login, password, source }, { businessAt: now, recordedAt: realNow })
  if ('refused' in result) throw new Invalid([{ field: 'password', message: signInWords[result.refused] }])
  return redirect(insideOnly(to ?? null), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(result.token) },
  })
})

export default function Login() {
  const { bureauName, accounts, demoPassword, to, testClock: clock } = useLoaderData<typeof loader>()
  const form = useActionData<typeof action>()
  const refused = form && 'form' in form ? form.form : null
  const errors = errorsByField(refused?.problems ?? [])
  return (
    <PublicFrame
      bureau={bureauName}
      side="建议提案办理"
      testClock={clock ?? undefined}
      isDemo={accounts.length > 0}
    >
      <SignInCard bureau={bureauName}>
        <ErrorSummary problems={refused?.problems ?? []} title="没有登录" />
        <HiddenFields values={{ to }} />
        <TextField
          name="login"
          label="登录名"
          autoComplete="username"
          required
          value={refused?.typed['login']?.[0]}
          error={errors['login']}
        />
        <TextField
          name="password"
          label="密码"
          type="password"
          autoComplete="current-password"
          required
          error={errors['password']}
        />
        <Button kind="do" size="l" wide>
          登录
        </Button>
      </SignInCard>
      {demoPassword ? <DemoAccounts accounts={accounts} password={demoPassword} to={to} /> : null}
    </PublicFrame>
  )
}

/** Only a demo bureau lists its people: one press signs in as one of them. */
function DemoAccounts({ accounts, password, to }: { accounts: DemoAccount[]; password: string; to: string }) {
  return (
    <section className="demo-accounts" aria-labelledby="demo">
      <h2 id="demo">演示账号</h2>
      <p className="hint">
        这是演示局，人和事都是虚构的。点一个名字，就以这个人登录（密码都是 {password}）。
      </p>
      <ul>
        {accounts.map((account) => (
          <li key={account.login}>
            <form method="post" action="/login">
              <HiddenFields values={{ login: account.login, password, to }} />
              <Button size="sm">{account.name}</Button>
            </form>
            <span className="sm">
              {account.title} · {account.roles.map((role) => roleWords[role]).join('、')} · {account.login}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
