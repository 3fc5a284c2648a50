import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { profileChanges } from '~/domain/deadlines/profile-changes'
import { profileSheet, type SheetSection } from '~/domain/deadlines/profile-sheet'
import { readProfile } from '~/domain/deadlines/read-shelf.server'
import { hasRole } from '~/domain/people/viewer'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Tag } from '~/ui/marks/tag'
import { Card } from '~/ui/parts/card'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Changes } from './changes'
import { ruleReaders } from './rule-readers'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · 办理规则 · ${data.frame.bureau}` : '办理规则' },
]

export const loader = forUser(async (visit) => {
  const { id = '', version = '' } = visit.params
  const { profile, before, newest } = await readProfile(visit.viewer, id, version)
  return {
    frame: frameOf(visit),
    keeps: hasRole(visit.viewer, 'system_admin'),
    id: profile.id,
    version: profile.version,
    name: profile.name,
    isVerified: profile.verified,
    caution: profile.caution ?? null,
    isEditable: newest === profile.version,
    sections: profileSheet(profile),
    compared: before
      ? {
          from: `${before.name}（${before.id} 第 ${before.version} 版）`,
          changes: profileChanges(before, profile),
        }
      : null,
    done: new URL(visit.request.url).searchParams.get('done'),
  }
}, ruleReaders)

export default function Profile() {
  const { frame, keeps, id, version, name, isVerified, caution, isEditable, sections, compared, done } =
    useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title={name}
        crumb={[{ label: '办理规则', href: paths.rules() }, { label: name }]}
        note={
          <>
            {id} 第 {version} 版{isVerified ? null : <UnverifiedTag />}
          </>
        }
        actions={keeps ? <Acts id={id} version={version} isEditable={isEditable} /> : null}
      />
      <div className="stack">
        {done === 'saved' ? (
          <Note tone="green" announce>
            已存成第 {version} 版。启用之前，登记的建议提案仍用原来的规则。
          </Note>
        ) : null}
        {caution ? <Note tone="amber">{caution}</Note> : null}
        {sections.map((section) => (
          <SectionCard key={section.id} section={section} />
        ))}
        {compared ? <Changes {...compared} /> : null}
      </div>
    </HouseFrame>
  )
}

const UnverifiedTag = () => (
  <>
    {' '}
    <Tag tone="amber">未核对</Tag>
  </>
)

function Acts({ id, version, isEditable }: { id: string; version: number; isEditable: boolean }) {
  return (
    <span className="row">
      {isEditable ? <LinkButton href={paths.keepProfile(id, version, 'edit')}>修改</LinkButton> : null}
      <LinkButton href={paths.keepProfile(id, version, 'copy')}>复制</LinkButton>
      <LinkButton kind="do" href={paths.keepProfile(id, version, 'in-force')}>
        启用
      </LinkButton>
    </span>
  )
}

const withSource = [
  { key: 'what', label: '项目' },
  { key: 'rule', label: '规定' },
  { key: 'source', label: '依据' },
]

/** A section as it would be printed; without the third column where no line of it has a source. */
function SectionCard({ section: { id, title, lines } }: { section: SheetSection }) {
  const isSourced = lines.some((line) => line.source !== null)
  return (
    <Card id={id} title={title}>
      <Grid caption={title} columns={isSourced ? withSource : withSource.slice(0, 2)} cards className="rules">
        {lines.map((line) => (
          <tr key={line.key}>
            <Cell label="项目">{line.label}</Cell>
            <Cell label="规定">{line.value}</Cell>
            {isSourced ? (
              <Cell label="依据">
                {line.source ?? '—'}
                {line.isDefault ? <small>当地未规定，照通用规则</small> : null}
              </Cell>
            ) : null}
          </tr>
        ))}
      </Grid>
    </Card>
  )
}
