import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { findingWords } from '~/domain/library/finding-words'
import { libraryReaders } from '~/domain/library/library-people'
import { readReplies } from '~/domain/library/read-library.server'
import type { Reading } from '~/domain/library/reading/reading'
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
  { title: `往年答复 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const query = shelfQuery(visit.request)
    const { rows, counts, next } = await readReplies(visit.viewer, query)
    return {
      frame: frameOf(visit),
      state: query.state,
      words: query.words,
      counts: countsOf(counts),
      isFirst: query.after === null,
      next: next ? placeWord({ writtenAt: next.importedAt, id: next.id }) : null,
      rows: rows.map(({ reading, importedAt, ...row }) => ({
        ...row,
        at: shortInstant(importedAt),
        findings: [
          ...new Set((JSON.parse(reading) as Reading).findings.map(({ code }) => findingWords[code])),
        ],
      })),
    }
  },
  { roles: libraryReaders },
)

const columns = [
  { key: 'title', label: '标题' },
  { key: 'number', label: '字号', width: 'todo' as const },
  { key: 'issuer', label: '单位', width: 'todo' as const },
  { key: 'findings', label: '发现', width: 'name' as const },
  { key: 'at', label: '收进', width: 'act' as const },
]

export default function Library() {
  const { frame, rows, ...shelf } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="library">
      <Shelf shelf="replies" shown={rows.length} {...shelf}>
        <Grid caption="往年答复，新收的在前" columns={columns} cards className="library">
          {rows.map((row) => (
            <tr key={row.id}>
              <Cell label="标题">
                <a href={paths.libraryPage(row.id)}>{row.title}</a>
                {row.subject && row.subject !== row.title ? <small>{row.subject}</small> : null}
                {row.reason ? <small>不收的理由：{row.reason}</small> : null}
              </Cell>
              <Cell label="字号">{row.documentNumber ?? '—'}</Cell>
              <Cell label="单位">{row.issuer ?? '—'}</Cell>
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
