import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { assertKeepsRules } from '~/domain/deadlines/change-rules.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readShelf } from '~/domain/deadlines/read-shelf.server'
import { trackWords } from '~/domain/proposal/words'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { profileRow, ProfileTable, type ProfileAct } from '../../rules/profile-row'
import { ruleReaders } from '../../rules/rule-readers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `规则管理 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  assertKeepsRules(visit.viewer)
  const { inForce, coming, own, shipped } = await readShelf(visit.viewer, shanghaiDay(visit.now))
  return {
    frame: frameOf(visit),
    isDone: new URL(visit.request.url).searchParams.has('done'),
    inForce: [
      ...inForce.map(({ track, profile: p }) => ({
        term: `${trackWords[track]}，今天`, detail: `${p.name}（${p.id} 第 ${p.version} 版）`,
      })),
      ...coming.map((c) => ({ term: `${trackWords[c.track]}，${dateWords(c.from)}起`, detail: `${c.id} 第 ${c.version} 版` })),
    ],
    own: own.map((p) => ({ ...profileRow(p), isNewest: own.every((q) => q.id !== p.id || q.version <= p.version) })),
    shipped: shipped.map(profileRow),
  } // prettier-ignore
}, ruleReaders)

const copyAndUse: readonly ProfileAct[] = [
  { label: '复制', act: 'copy' },
  { label: '启用', act: 'in-force' },
]

export default function KeepRules() {
  const { frame, isDone, inForce, own, shipped } = useLoaderData<typeof loader>()
  const newest = new Set(own.filter((p) => p.isNewest).map((p) => `${p.id} ${p.version}`))
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="规则管理"
        note="随系统提供的规则不能改：先复制成本局自己的，改好核对，再定启用日期。"
        actions={<LinkButton href={paths.noticeDays()}>年度通知日期</LinkButton>}
      />
      <div className="stack">
        {isDone ? (
          <Note tone="green" announce>
            已启用。已登记的建议提案仍用登记时的规则。
          </Note>
        ) : null}
        <Card id="in-force" title="启用情况" pad>
          <Facts facts={inForce} />
        </Card>
        <Card id="own" title="本局自己的规则">
          {own.length > 0 ? (
            <ProfileTable
              caption="本局自己的规则，新版在前"
              rows={own}
              acts={(row) =>
                newest.has(`${row.id} ${row.version}`)
                  ? [{ label: '修改', act: 'edit' }, ...copyAndUse]
                  : copyAndUse
              }
            />
          ) : (
            <div className="pad">
              <EmptyState title="还没有">从下面选一份最接近的，按“复制”。</EmptyState>
            </div>
          )}
        </Card>
        <Card id="shipped" title="随系统提供的规则">
          <ProfileTable caption="随系统提供的规则" rows={shipped} acts={() => copyAndUse} />
        </Card>
      </div>
    </HouseFrame>
  )
}
