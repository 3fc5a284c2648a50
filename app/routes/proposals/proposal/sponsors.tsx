import { useLoaderData } from '@remix-run/react'
import { citationWords } from '~/domain/deadlines/citation-words'
import { isAllowed } from '~/domain/proposal/refusal'
import { answeredBy } from '~/domain/sponsors/answered'
import { organisationKindWords } from '~/domain/sponsors/kinds'
import { salutationFor } from '~/domain/sponsors/salutation-for'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { delegateWords, sponsorKindWords } from '~/ui/words'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { facts, units, particulars } = await proposalOf(visit)
  const { proposal: p, profile } = facts
  const isAssist = p.handlingRole === 'assist'
  const answered = answeredBy(facts)
  return {
    number: p.registerNo,
    kind: sponsorKindWords[p.sponsorKind],
    motionDecision: particulars.motionDecision,
    leadUnit: isAssist ? (units.find((u) => u.id === p.leadUnitId)?.fullName ?? '主办单位') : null,
    source: profile.answering ? citationWords(profile.answering.citation) : null,
    rows: facts.sponsors.map((s, i) => {
      const to = answered.find((a) => a.delegateId === s.id)
      return {
        id: s.id,
        name: s.isOrganisation ? s.name : `${s.name}${delegateWords[p.track]}`,
        place: i === 0 && facts.sponsors.length > 1 ? '领衔' : '',
        organisation: s.organisationKind ? organisationKindWords[s.organisationKind] : '',
        isRelayed: to?.by === 'relay',
        to: to && to.by === 'letter' ? salutationFor(facts, to).replace(/：$/, '') : '',
        why: to?.why ?? '',
      }
    }),
    mayRecord: isAllowed('record_sponsors', facts),
    mayConsent: isAllowed('record_relay_consent', facts) && profile.answering?.joint === 'each_or_lead',
  }
})

export default function Sponsors() {
  const page = useLoaderData<typeof loader>()
  return (
    <>
      <div className="card-h">
        <h2>复函送谁</h2>
        <span className="end row">
          {page.mayConsent ? (
            <LinkButton href={paths.act(page.number, 'sponsors/relay')}>登记同意转告</LinkButton>
          ) : null}
          {page.mayRecord ? (
            <LinkButton href={paths.act(page.number, 'sponsors/record')}>登记提出人情况</LinkButton>
          ) : null}
        </span>
      </div>
      {page.leadUnit ? (
        <p className="pad">本局是会办单位，只向{page.leadUnit}提会办意见，不答复提出人。</p>
      ) : null}
      <Grid
        caption={`提出人（${page.kind}）和复函送谁`}
        cards
        columns={[
          { key: 'who', label: '提出人' },
          { key: 'to', label: '复函送' },
          { key: 'why', label: '依据' },
        ]}
      >
        {page.rows.map((row) => (
          <tr key={row.id}>
            <Cell label="提出人">
              <b className="t">{row.name}</b>
              {row.place || row.organisation ? (
                <small>{[row.place, row.organisation].filter(Boolean).join(' · ')}</small>
              ) : null}
            </Cell>
            <Cell label="复函送">{page.leadUnit ? '–' : row.isRelayed ? '不另送' : row.to}</Cell>
            <Cell label="依据">{page.leadUnit ? '–' : row.why}</Cell>
          </tr>
        ))}
      </Grid>
      <p className="pad hint">
        {page.source ? `答复对象依据：${page.source}。` : '所用规则没有写明答复对象，按逐人答复。'}
        {page.motionDecision ? `本件是议案转建议：${page.motionDecision}。` : ''}
      </p>
    </>
  )
}
