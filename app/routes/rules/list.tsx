import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readShelf } from '~/domain/deadlines/read-shelf.server'
import { hasRole } from '~/domain/people/viewer'
import { trackWords } from '~/domain/proposal/words'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { Facts } from '~/ui/parts/facts'
import { PageHead } from '~/ui/parts/page-head'
import { profileRow, ProfileTable } from './profile-row'
import { ruleReaders } from './rule-readers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `办理规则 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const shelf = await readShelf(visit.viewer, shanghaiDay(visit.now))
  return {
    frame: frameOf(visit),
    keeps: hasRole(visit.viewer, 'system_admin'),
    inForce: shelf.inForce.map(({ track, profile }) => ({
      track: trackWords[track],
      name: profile.name,
      id: profile.id,
      version: profile.version,
    })),
    own: shelf.own.map(profileRow),
    shipped: shelf.shipped.map(profileRow),
  }
}, ruleReaders)

export default function Rules() {
  const { frame, keeps, inForce, own, shipped } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="办理规则"
        note="期限、审核签发和行文都照规则来；每件建议提案一直用登记时的那一版。"
        actions={keeps ? <LinkButton href={paths.keepRules()}>规则管理</LinkButton> : null}
      />
      <div className="stack">
        <Card id="in-force" title="今天登记的，用这些规则" pad>
          <Facts
            facts={inForce.map(({ track, name, id, version }) => ({
              term: track,
              detail: (
                <a href={paths.ruleProfile(id, version)}>
                  {name}（{id} 第 {version} 版）
                </a>
              ),
            }))}
          />
        </Card>
        {own.length > 0 ? (
          <Card id="own" title="本局自己的规则">
            <ProfileTable caption="本局自己的规则，新版在前" rows={own} />
          </Card>
        ) : null}
        <Card id="shipped" title="随系统提供的规则" note="摘自公开文本，启用前请与公布文本核对">
          <ProfileTable caption="随系统提供的规则" rows={shipped} />
        </Card>
      </div>
    </HouseFrame>
  )
}
