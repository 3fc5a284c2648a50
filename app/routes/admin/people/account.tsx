import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isDutyOf } from '~/domain/people/administrators'
import { readAccount } from '~/domain/people/read-accounts.server'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { paths } from '~/http/paths'
import { shortInstant } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.account.name}的账号 · ${data.frame.bureau}` : '账号' },
]

const doneWords: Record<string, string> = {
  opened: '已开户。请安全管理员授权，并发一次性密码。',
  saved: '已更正。',
  roles: '角色已改，这个账号的会话已经结束，重新登录后生效。',
  disabled: '已停用，这个账号的会话已经结束。',
  enabled: '已恢复，角色和密码与停用前一样。',
}

export const loader = forUser(async (visit) => {
  const { disabledAt, ...account } = await readAccount(visit.viewer, idParam(visit.params, 'userId'))
  return {
    frame: frameOf(visit),
    account,
    disabledAt: disabledAt ? shortInstant(disabledAt) : null,
    done: doneWords[new URL(visit.request.url).searchParams.get('done') ?? ''] ?? null,
    corrects: isDutyOf(visit.viewer, 'accounts'),
    authorises: isDutyOf(visit.viewer, 'authority') && visit.viewer.userId !== account.id,
  }
}, peopleKeepers)

export default function Account() {
  const { frame, account, disabledAt, done, corrects, authorises } = useLoaderData<typeof loader>()
  const act = (name: 'edit' | 'roles' | 'password' | 'standing') => paths.account(account.id, name)
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title={account.name}
        note={disabledAt ? `${account.title}，${disabledAt} 停用` : account.title}
        crumb={[{ label: '账号', href: paths.accounts() }, { label: account.name }]}
        actions={
          <>
            {corrects ? <LinkButton href={act('edit')}>更正</LinkButton> : null}
            {authorises ? <LinkButton href={act('roles')}>授权</LinkButton> : null}
            {authorises ? <LinkButton href={act('password')}>发一次性密码</LinkButton> : null}
            {authorises ? (
              <LinkButton kind={disabledAt ? 'do' : 'no'} href={act('standing')}>
                {disabledAt ? '恢复' : '停用'}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <div className="stack">
        {done ? (
          <Note tone="green" announce>
            {done}
          </Note>
        ) : null}
        <Card id="account" title="账号" pad>
          <Facts
            facts={[
              { term: '登录名', detail: account.login },
              { term: '办公电话', detail: account.phone || '没有登记' },
              {
                term: '角色',
                detail: account.roles.map((r) => r.words).join('、') || '还没有角色，登录后看不到建议提案',
              },
            ]}
          />
        </Card>
        {account.stays.length > 0 ? (
          <WhyNot id="stays" title="现在还不能停用：" items={account.stays} />
        ) : null}
      </div>
    </HouseFrame>
  )
}
