import { useLoaderData } from '@remix-run/react'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { ReadingLetter } from '~/ui/letter/reading-letter'
import { EmptyState } from '~/ui/parts/empty-state'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const { letters, sponsors, units } = await proposalOf(visit)
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
  return { rows, newest: letters.at(-1)?.content ?? null }
})

export default function Letters() {
  const { rows, newest } = useLoaderData<typeof loader>()
  if (rows.length === 0)
    return (
      <div className="pad">
        <EmptyState title="还没有印发复函">
          签发以后由用印印发人员编号、印发；印发的复函留在这里，一个字节也不会变。
        </EmptyState>
      </div>
    )
  return (
    <>
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
