import { useLoaderData } from '@remix-run/react'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { isAllowed } from '~/domain/proposal/refusal'
import { isAnsweredElsewhere } from '~/domain/taking-over/answered-elsewhere'
import { readScans } from '~/domain/taking-over/read-taken-over.server'
import { forUser, type UserVisit } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { ReadingLetter } from '~/ui/letter/reading-letter'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { listedFile } from '../../files/listed-file'
import { proposalOf } from '../proposal-of.server'
import { TakenOverCard } from './taken-over-card'

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  const { letters, sponsors, units } = read
  const rows = letters.map((l) => ({
    id: l.id,
    docNo: l.docNo,
    letterDate: l.letterDate,
    printedOn: l.printedOn,
    hash: l.sha256,
    addressee:
      sponsors.find((s) => s.delegateId === l.delegateId)?.name ??
      units.find((u) => u.id === l.unitId)?.fullName ??
      '',
  }))
  return { rows, newest: letters.at(-1)?.content ?? null, takenOver: await takenOverOf(visit, read.facts) }
})

async function takenOverOf({ viewer }: UserVisit, facts: ProposalRead['facts']) {
  const { takenOver: told, proposal } = facts
  if (!told) return null
  const scans = told.scans > 0 ? await readScans(viewer, proposal.id) : []
  return {
    told,
    number: proposal.registerNo,
    scans: scans.map(listedFile),
    isAnswered: isAnsweredElsewhere(facts),
    mayAttach: isAllowed('attach_taken_over_scan', facts),
  }
}

export default function Letters() {
  const { rows, newest, takenOver } = useLoaderData<typeof loader>()
  if (rows.length === 0)
    return takenOver ? (
      <TakenOverCard {...takenOver} />
    ) : (
      <div className="pad">
        <EmptyState title="还没有印发复函">
          签发以后由用印印发人员编号、印发；印发的复函留在这里，一个字节也不会变。
        </EmptyState>
      </div>
    )
  return (
    <>
      {takenOver ? <TakenOverCard {...takenOver} /> : null}
      <Grid
        caption="印发的复函"
        cards
        columns={[
          { key: 'no', label: '发文字号' },
          { key: 'to', label: '主送' },
          { key: 'date', label: '成文日期' },
          { key: 'printed', label: '印发日期' },
          { key: 'file', label: '文件' },
        ]}
      >
        {rows.map((l) => (
          <tr key={l.id}>
            <Cell label="发文字号">{l.docNo}</Cell>
            <Cell label="主送">{l.addressee}</Cell>
            <Cell label="成文日期" nowrap>
              {dateWords(l.letterDate)}
            </Cell>
            <Cell label="印发日期" nowrap>
              {dateWords(l.printedOn)}
            </Cell>
            <Cell label="文件">
              <LinkButton size="sm" href={paths.letterFile(l.id)} download>
                下载 Word
              </LinkButton>
              <small>校验值 {l.hash.slice(0, 16)}</small>
            </Cell>
          </tr>
        ))}
      </Grid>
      {newest ? (
        <div className="pad">
          <ReadingLetter letter={newest} />
        </div>
      ) : null}
    </>
  )
}
