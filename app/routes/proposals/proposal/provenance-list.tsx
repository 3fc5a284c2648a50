import type { Confidence, ProvenanceState, ReadField } from '~/domain/intake/documents/provenance-states'
import { Fold } from '~/ui/parts/fold'
import { Tag } from '~/ui/marks/tag'
import { Cell } from '~/ui/table/cell'
import { Grid, type Column } from '~/ui/table/grid'
import { Excerpt } from '../from-document/excerpt'
import { confidenceWords, provenanceWords, readFieldWords } from '../from-document/reading-words'

export type TracedField = {
  field: ReadField
  state: ProvenanceState
  confidence: Confidence
  page: number | null
  excerpt: { before: string; place: string; after: string } | null
  /** Who stands for it. */
  who: string | null
}

const columns: readonly Column[] = [
  { key: 'field', label: '项目', width: 'name' },
  { key: 'place', label: '出处' },
  { key: 'state', label: '核对' },
]

/** Where each field came from, and who compared it. */
export function ProvenanceList({ traced }: { traced: readonly TracedField[] }) {
  const open = traced.filter((t) => t.state === 'unconfirmed').length
  return (
    <Fold
      title="各项的出处"
      note={open > 0 ? `还有 ${open} 项没有核对` : `${traced.length} 项都已核对`}
      open={open > 0}
    >
      <Grid caption="各项在原件里的出处" columns={columns} tight cards>
        {traced.map(({ field, state, confidence, page, excerpt, who }) => (
          <tr key={field}>
            <Cell label="项目">
              <b>{readFieldWords[field]}</b>
              <small>机器读出，{confidenceWords[confidence].label}</small>
            </Cell>
            <Cell label="出处">{excerpt ? <Excerpt page={page} excerpt={excerpt} /> : '全文'}</Cell>
            <Cell label="核对">
              <Tag tone={provenanceWords[state].tone}>{provenanceWords[state].label}</Tag>
              {who ? <small>{who}</small> : null}
            </Cell>
          </tr>
        ))}
      </Grid>
    </Fold>
  )
}
