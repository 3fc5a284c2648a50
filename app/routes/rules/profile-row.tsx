import { citationWords } from '~/domain/deadlines/citation-words'
import type { RuleProfile } from '~/domain/deadlines/rule-profile'
import { ruleWords } from '~/domain/deadlines/sheet-words'
import { trackWords } from '~/domain/proposal/words'
import { tracks } from '~/domain/proposal/words-of-the-trade'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'

export type ProfileRow = {
  id: string
  version: number
  name: string
  isVerified: boolean
  tracks: string
  reply: string
  source: string
}

export const profileRow = (profile: RuleProfile): ProfileRow => ({
  id: profile.id,
  version: profile.version,
  name: profile.name,
  isVerified: profile.verified,
  tracks: (profile.tracks ?? tracks).map((track) => trackWords[track]).join('、'),
  reply: ruleWords(profile.deadlines.reply),
  source: profile.deadlines.reply.basis ? '照通用规则' : citationWords(profile.deadlines.reply.citation),
})

export type ProfileAct = { label: string; act: 'copy' | 'edit' | 'in-force' }

const columns: readonly Column[] = [
  { key: 'name', label: '规则' },
  { key: 'tracks', label: '适用' },
  { key: 'reply', label: '答复期限' },
]

type Props = {
  caption: string
  rows: readonly ProfileRow[]
  /** Buttons at each row, for whoever keeps the rules. */
  acts?: ((row: ProfileRow) => readonly ProfileAct[]) | undefined
}

export function ProfileTable({ caption, rows, acts }: Props) {
  const shown = acts ? [...columns, { key: 'act', label: '操作', hidden: true }] : columns
  return (
    <Grid caption={caption} columns={shown} cards className="rules">
      {rows.map((row) => (
        <tr key={`${row.id} ${row.version}`}>
          <Cell label="规则">
            <a className="t" href={paths.ruleProfile(row.id, row.version)}>
              {row.name}
            </a>
            <small>
              {row.id} 第 {row.version} 版 {row.isVerified ? null : <Tag tone="amber">未核对</Tag>}
            </small>
          </Cell>
          <Cell label="适用">{row.tracks}</Cell>
          <Cell label="答复期限">
            {row.reply}
            <small>{row.source}</small>
          </Cell>
          {acts ? (
            <Cell label="操作">
              <span className="row">
                {acts(row).map(({ label, act }) => (
                  <LinkButton key={act} size="sm" href={paths.keepProfile(row.id, row.version, act)}>
                    {label}
                  </LinkButton>
                ))}
              </span>
            </Cell>
          ) : null}
        </tr>
      ))}
    </Grid>
  )
}
