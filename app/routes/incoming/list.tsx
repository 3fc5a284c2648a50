import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { incomingStateWords } from '~/domain/between-bureaus/incoming'
import { readIncomingList } from '~/domain/between-bureaus/read-incoming.server'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { HouseFrame } from '~/ui/layout/house-frame'
import { StateDot } from '~/ui/marks/state-dot'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'
import { numberWords } from '~/ui/words'
import { incomingTones } from './incoming-tones'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `会办来件 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const rows = await readIncomingList(visit.viewer)
    const lines = rows.map(({ row, from, registerNo }) => ({
      id: row.id,
      number: numberWords(row.officialNo, row.track),
      subject: row.subject,
      question: row.question,
      from,
      dueOn: row.dueOn,
      state: row.state,
      registerNo,
    }))
    return {
      frame: frameOf(visit),
      waiting: lines.filter((l) => l.state === 'waiting'),
      others: lines.filter((l) => l.state !== 'waiting'),
    }
  },
  { roles: ['registrar', 'coordinator'] },
)

const columns: readonly Column[] = [
  { key: 'due', label: '要求日期' },
  { key: 'proposal', label: '建议提案' },
  { key: 'from', label: '来件单位' },
  { key: 'question', label: '请会办的事' },
  { key: 'state', label: '状态' },
]

export default function IncomingList() {
  const { frame, waiting, others } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="会办来件"
        note="同一平台上其他单位请本局会办的件；登记以后照会办件办理，印发的意见自动送回对方"
        crumb={[{ href: paths.proposals(), label: '建议提案' }, { label: '会办来件' }]}
      />
      <div className="stack">
        <Card id="waiting" title="等登记的" note={waiting.length > 0 ? `${waiting.length} 件` : undefined}>
          {waiting.length > 0 ? (
            <Lines caption="等登记的会办来件" lines={waiting} />
          ) : (
            <div className="pad">
              <EmptyState title="没有等登记的来件">
                其他单位送来会办件后会出现在这里，由登记员登记或说明不予会办。
              </EmptyState>
            </div>
          )}
        </Card>
        {others.length > 0 ? (
          <Card id="others" title="已登记和已了结的" note={`${others.length} 件`}>
            <Lines caption="已登记和已了结的会办来件" lines={others} />
          </Card>
        ) : null}
      </div>
    </HouseFrame>
  )
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['waiting'][number]

function Lines({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  return (
    <Grid caption={caption} columns={columns} cards>
      {lines.map((line) => (
        <tr key={line.id}>
          <Cell label="要求日期" nowrap>
            {line.dueOn}
          </Cell>
          <Cell label="件">
            <a className="t plain" href={paths.incoming(line.id)}>
              {line.subject}
            </a>
            <small>{line.number}</small>
          </Cell>
          <Cell label="来件单位">{line.from}</Cell>
          <Cell label="请会办">{line.question}</Cell>
          <Cell label="状态" nowrap>
            <StateDot tone={incomingTones[line.state]}>{incomingStateWords[line.state]}</StateDot>
            {line.registerNo ? (
              <small>
                <a href={paths.proposal(line.registerNo)}>登记号 {line.registerNo}</a>
              </small>
            ) : null}
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}
