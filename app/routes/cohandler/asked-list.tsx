import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { awaitsUnit } from '~/domain/co-handling/request-states'
import { readAsked } from '~/domain/co-handling/read-asked.server'
import { shanghaiDay } from '~/domain/deadlines/day'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Due } from '~/ui/marks/due'
import { StateDot } from '~/ui/marks/state-dot'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'
import { numberWords, requestStateTones } from '~/ui/words'
import { unitStateWords } from './unit-state-words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `会办 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(
  async (visit) => {
    const asked = await readAsked(visit.viewer, shanghaiDay(visit.now))
    return {
      frame: frameOf(visit),
      owed: asked.filter((r) => awaitsUnit(r.state)).map(lineOf),
      others: asked.filter((r) => !awaitsUnit(r.state)).map(lineOf),
    }
  },
  { roles: ['co_handler'] },
)

type Asked = Awaited<ReturnType<typeof readAsked>>[number]

const lineOf = (r: Asked) => ({
  id: r.id,
  number: r.officialNo && r.track ? numberWords(r.officialNo, r.track) : r.item,
  subject: r.subject ?? '已取消，不用再办',
  question: r.question,
  state: r.state,
  dueOn: r.dueOn,
  left: r.clock?.left ?? null,
  isProvisional: r.clock?.isProvisional ?? false,
  urged: r.urgedTimes,
  contact: [r.contactName, r.contactPhone].filter(Boolean).join(' '),
})

type Line = ReturnType<typeof lineOf>

const columns: readonly Column[] = [
  { key: 'due', label: '期限', width: 'due' },
  { key: 'proposal', label: '建议提案' },
  { key: 'question', label: '请会办的事' },
  { key: 'state', label: '状态' },
  { key: 'contact', label: '联系人' },
]

export default function AskedList() {
  const { frame, owed, others } = useLoaderData<typeof loader>()
  return (
    <HouseFrame frame={frame} here="asked" counts={{ asked: owed.length }}>
      <PageHead
        title="请我单位会办"
        note={`${frame.bureau}主办的建议提案中，请${frame.user.place}提出意见的`}
      />
      <div className="stack">
        <Card
          id="owed"
          title="等我们答复的"
          note={owed.length > 0 ? `${owed.length} 件，急的在前` : undefined}
        >
          {owed.length > 0 ? (
            <Requests caption="等我们答复的会办" lines={owed} />
          ) : (
            <div className="pad">
              <EmptyState title="没有欠复的会办">新的会办送到后会出现在这里，急的排在前面。</EmptyState>
            </div>
          )}
        </Card>
        {others.length > 0 ? (
          <Card id="answered" title="已答复和已了结的" note={`${others.length} 件`}>
            <Requests caption="已答复和已了结的会办" lines={others} />
          </Card>
        ) : null}
      </div>
    </HouseFrame>
  )
}

function Requests({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  return (
    <Grid caption={caption} columns={columns} cards>
      {lines.map((line) => (
        <tr key={line.id}>
          <Cell label="期限">
            {line.left ? (
              <Due tone={line.left.kind} provisional={line.isProvisional}>
                {line.left.words}
              </Due>
            ) : null}
            <small>{shortDay(line.dueOn)} 会办意见</small>
          </Cell>
          <Cell label="件">
            <a className="t plain" href={paths.asked(line.id)}>
              {line.subject}
            </a>
            <small>{line.number}</small>
          </Cell>
          <Cell label="请会办">
            {line.question}
            {line.urged > 0 ? <small>主办单位已催 {line.urged} 次</small> : null}
          </Cell>
          <Cell label="状态">
            <StateDot tone={requestStateTones[line.state]}>{unitStateWords[line.state]}</StateDot>
          </Cell>
          <Cell label="联系人">{line.contact}</Cell>
        </tr>
      ))}
    </Grid>
  )
}
