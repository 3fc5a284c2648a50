import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findingWords } from '~/domain/library/finding-words'
import { libraryReaders } from '~/domain/library/library-people'
import { readPapers } from '~/domain/library/read-library.server'
import type { Finding } from '~/domain/library/reading/reading'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { shortInstant } from '~/ui/dates'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { placeWord } from '../inbox/inbox-place'
import { countsOf } from './counts-of'
import { Shelf } from './shelf'
import { shelfQuery } from './shelf-query'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `依据文件 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const query = shelfQuery(visit.request)
    const { rows, counts, next } = await readPapers(visit.viewer, query)
    return {
      frame: frameOf(visit),
      state: query.state,
      words: query.words,
      counts: countsOf(counts),
      isFirst: query.after === null,
      next: next ? placeWord({ writtenAt: next.importedAt, id: next.id }) : null,
      rows: rows.map(({ findings, importedAt, ...row }) => ({
        ...row,
        at: shortInstant(importedAt),
        findings: [
          ...new Set(
            (JSON.parse(findings) as Finding[]).flatMap(({ code }) =>
              code === 'NOT_A_REPLY' ? [] : [findingWords[code]],
            ),
          ),
        ],
      })),
    }
  },
  { roles: libraryReaders },
)

const columns = [
  { key: 'title', label: '标题' },
  { key: 'number', label: '文号', width: 'todo' as const },
  { key: 'issuer', label: '发文机关', width: 'todo' as const },
  { key: 'findings', label: '发现', width: 'name' as const },
  { key: 'at', label: '收进', width: 'act' as const },
]

export default function Basis() {
  const { frame, rows, ...shelf } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="library">
      <Shelf shelf="basis" shown={rows.length} {...shelf}>
        <Grid caption="依据文件，新收的在前" columns={columns} cards className="library">
          {rows.map((row) => (
            <tr key={row.id}>
              <Cell label="标题">
                <a href={paths.basisPage(row.id)}>{row.title}</a>
                {row.reason ? <small>不收的理由：{row.reason}</small> : null}
              </Cell>
              <Cell label="文号">{row.documentNumber ?? '—'}</Cell>
              <Cell label="发文机关">{row.issuer ?? '—'}</Cell>
              <Cell label="发现">
                {row.findings.length === 0 ? '—' : row.findings.map((one) => <Tag key={one}>{one}</Tag>)}
              </Cell>
              <Cell label="收进" nowrap>
                {row.at}
              </Cell>
            </tr>
          ))}
        </Grid>
      </Shelf>
    </HouseFrame>
  )
}
