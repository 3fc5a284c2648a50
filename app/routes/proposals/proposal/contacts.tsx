import { useLoaderData } from '@remix-run/react'
import { isStaff } from '~/domain/people/viewer'
import { isAllowed } from '~/domain/proposal/refusal'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { contactChannelWords } from '~/domain/proposal/words'
import { contactPhaseWords } from '~/ui/words'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { facts, contacts } = await proposalOf(visit)
  const rows = contacts.map(({ id, heldOn, channel, phase, people, summary }) => ({
    id,
    heldOn,
    channel,
    phase,
    people,
    summary,
  }))
  return {
    number: facts.proposal.registerNo,
    rows,
    mayLog: isAllowed('log_contact', facts),
    mayRead: isStaff(visit.viewer),
  }
})

export default function Contacts() {
  const { number, rows, mayLog, mayRead } = useLoaderData<typeof loader>()
  const add = mayLog ? (
    <LinkButton kind="do" href={paths.act(number, 'contacts/new')}>
      登记沟通
    </LinkButton>
  ) : null
  if (!mayRead)
    return (
      <div className="pad">
        <EmptyState title="沟通记录只有承办单位的人能看" />
      </div>
    )
  if (rows.length === 0)
    return (
      <div className="pad">
        <EmptyState title="还没有沟通记录" actions={add}>
          办理前、办理中、答复后都应与代表委员沟通；送审前至少要有一次。
        </EmptyState>
      </div>
    )
  return (
    <>
      <div className="pad row">{add}</div>
      <Grid
        caption="沟通记录"
        cards
        columns={[
          { key: 'when', label: '日期' },
          { key: 'how', label: '方式' },
          { key: 'who', label: '参加人' },
          { key: 'what', label: '内容' },
        ]}
      >
        {rows.map((row) => (
          <tr key={row.id}>
            <Cell label="日期" nowrap>
              {row.heldOn}
            </Cell>
            <Cell label="方式" nowrap>
              {contactChannelWords[row.channel]}
              <small>{contactPhaseWords[row.phase]}</small>
            </Cell>
            <Cell label="参加人">{row.people}</Cell>
            <Cell label="内容">{row.summary}</Cell>
          </tr>
        ))}
      </Grid>
    </>
  )
}
