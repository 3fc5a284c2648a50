import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { kindOfDelegate } from '~/domain/delegates/delegate-words'
import { readDelegate } from '~/domain/delegates/read-delegates.server'
import { isDutyOf } from '~/domain/people/administrators'
import { trackWords } from '~/domain/proposal/words'
import { forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { Facts, type Fact } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { proposalStateWords } from '~/ui/words'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.name} · ${data.frame.bureau}` : '代表委员' },
]

export const loader = forUser(async (visit) => {
  const d = await readDelegate(visit.viewer, idParam(visit.params, 'delegateId'))
  const where: [string, string][] = [
    ['代表团', d.delegation], ['界别', d.sector], ['代表联系组', d.liaisonGroup], ['工作单位', d.workplace], ['职务', d.title],
  ] // prettier-ignore
  return {
    frame: frameOf(visit),
    id: d.id,
    name: d.name,
    kind: kindOfDelegate(d),
    term: d.term,
    where: where.filter(([, detail]) => detail !== '').map(([term, detail]) => ({ term, detail })),
    contact: d.contact,
    others: d.terms.filter((t) => t.id !== d.id),
    items: d.items.map(({ delegateId: _of, ...item }) => item),
    keeps: isDutyOf(visit.viewer, 'delegates'),
    isDone: new URL(visit.request.url).searchParams.has('done'),
  }
})

const columns = [
  { key: 'item', label: '建议提案' },
  { key: 'term', label: '届次' },
  { key: 'on', label: '交办' },
  { key: 'state', label: '状态' },
]

export default function Delegate() {
  const page = useLoaderData<typeof loader>()
  const { frame, id, name, kind, term, items, keeps, isDone } = page
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title={name}
        note={`第 ${term} 届 ${kind}`}
        crumb={[
          keeps
            ? { label: '代表委员名册', href: paths.delegates() }
            : { label: '建议提案', href: paths.proposals() },
          { label: name },
        ]}
        actions={keeps ? <LinkButton href={paths.correctDelegate(id)}>更正</LinkButton> : undefined}
      />
      <div className="stack">
        {isDone ? (
          <Note tone="green" announce>
            已保存。
          </Note>
        ) : null}
        <Card id="record" title={`第 ${term} 届的记录`} pad>
          <Facts facts={factsOf(page)} />
        </Card>
        <Card id="items" title="提出的建议提案" note="只列您能看的，各届都在内">
          {items.length === 0 ? (
            <div className="pad">
              <EmptyState title="没有您能看的建议提案" />
            </div>
          ) : (
            <Grid caption="提出的建议提案" columns={columns} cards tight>
              {items.map((item) => (
                <tr key={item.registerNo}>
                  <Cell label="建议提案">
                    <a href={paths.proposal(item.registerNo)}>{item.subject}</a>
                    <small>{`${trackWords[item.track]} 第${item.officialNo}号`}</small>
                  </Cell>
                  <Cell label="届次" nowrap>{`第 ${item.term} 届`}</Cell>
                  <Cell label="交办" nowrap>
                    {item.assignedOn}
                  </Cell>
                  <Cell label="状态" nowrap>
                    {proposalStateWords[item.state]}
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

type Shown = {
  where: Fact[]
  contact: { phone: string; address: string } | null
  others: { id: string; term: number }[]
}

function factsOf({ where, contact, others }: Shown): Fact[] {
  const facts = [...where]
  if (contact) {
    facts.push({ term: '电话', detail: contact.phone || '没有登记' })
    facts.push({ term: '通讯地址', detail: contact.address || '没有登记' })
  }
  if (others.length > 0)
    facts.push({
      term: '其他届次',
      detail: (
        <>
          {others.map((o) => (
            <a key={o.id} href={paths.delegate(o.id)}>{`第 ${o.term} 届 `}</a>
          ))}
        </>
      ),
    })
  if (facts.length === 0) facts.push({ term: '其他', detail: '还没有登记代表团、界别和工作单位' })
  return facts
}
