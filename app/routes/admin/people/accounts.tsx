import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { isDutyOf } from '~/domain/people/administrators'
import { readAccounts, readPlaces } from '~/domain/people/read-accounts.server'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { Select } from '~/ui/forms/select'
import { TextField } from '~/ui/forms/text-field'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { PlacesNav } from './places-nav'
import { peopleKeepers } from './keepers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `账号 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const asked = new URL(visit.request.url).searchParams
  const q = (asked.get('q') ?? '').slice(0, 60)
  const isDisabled = asked.get('standing') === 'disabled'
  const { divisions } = await readPlaces(visit.viewer)
  const division = divisions.find((d) => d.id === asked.get('division'))
  return {
    frame: frameOf(visit),
    q,
    isDisabled,
    division: division?.id ?? '',
    divisions: divisions.map((d) => ({ value: d.id, label: d.name })),
    rows: await readAccounts(visit.viewer, { q, divisionId: division?.id ?? null, isDisabled }),
    opens: isDutyOf(visit.viewer, 'accounts'),
  }
}, peopleKeepers)

const columns = [
  { key: 'name', label: '姓名' },
  { key: 'login', label: '登录名' },
  { key: 'roles', label: '角色' },
]

export default function Accounts() {
  const { frame, q, isDisabled, division, divisions, rows, opens } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="people">
      <PageHead
        title="账号"
        note="系统管理员开户和更正，安全管理员授权、发密码、停用；管理员看不到建议提案的内容。"
        actions={
          opens ? (
            <LinkButton kind="do" href={paths.account('new')}>
              开户
            </LinkButton>
          ) : undefined
        }
      />
      <div className="stack">
        <PlacesNav here="accounts" />
        <form className="card" method="get" aria-label="筛选账号">
          <fieldset className="filters">
            <legend className="vh">筛选</legend>
            <TextField name="q" label="姓名、拼音或登录名" type="search" value={q} maxLength={60} />
            <Select name="division" label="处室" empty="全部处室" options={divisions} value={division} />
            <Select
              name="standing"
              label="状态"
              empty="在用"
              options={[{ value: 'disabled', label: '已停用' }]}
              value={isDisabled ? 'disabled' : ''}
            />
            <div className="field go">
              <Button kind="do">筛选</Button>
              <LinkButton kind="text" href={paths.accounts()}>
                清除
              </LinkButton>
            </div>
          </fieldset>
        </form>
        <Card id="accounts" title={isDisabled ? '已停用的账号' : '在用账号'} note={`${rows.length} 个`}>
          {rows.length === 0 ? (
            <div className="pad">
              <EmptyState title="没有这样的账号">换个写法再找，如姓名、全拼或首字母。</EmptyState>
            </div>
          ) : (
            <Grid caption="账号" columns={columns} cards>
              {rows.map((row) => (
                <tr key={row.id}>
                  <Cell label="姓名">
                    <a href={paths.account(row.id)}>{row.name}</a>
                    <small>{row.title}</small>
                  </Cell>
                  <Cell label="登录名">{row.login}</Cell>
                  <Cell label="角色">
                    {row.roles.length === 0 ? (
                      <Tag tone="amber">还没有角色</Tag>
                    ) : (
                      row.roles.map((r) => r.words).join('、')
                    )}
                  </Cell>
                </tr>
              ))}
            </Grid>
          )}
        </Card>
      </div>
    </HouseFrame>
  )
}
