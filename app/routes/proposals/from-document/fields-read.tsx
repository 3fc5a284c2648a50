import type { Confidence, ReadField } from '~/domain/intake/documents/provenance-states'
import { Cell } from '~/ui/table/cell'
import { Grid } from '~/ui/table/grid'
import { Tag } from '~/ui/marks/tag'
import { confidenceWords, pageWords, readFieldWords, valueWords } from './reading-words'
import { placeId } from './source-view'

export type ShownField = {
  field: ReadField
  value: string
  page: number | null
  hasPlace: boolean
  confidence: Confidence
}

type Props = {
  fields: readonly ShownField[]
  meetings: readonly { id: string; name: string }[]
  accepted: readonly string[]
}

const columns = [
  { key: 'field', label: '项目' },
  { key: 'value', label: '读出的内容' },
  { key: 'place', label: '出处' },
  { key: 'accepted', label: '核对' },
]

/** What the machine read, where, how surely, and a box for each that was compared. */
export function FieldsRead({ fields, meetings, accepted }: Props) {
  return (
    <Grid caption="机器读出的内容" columns={columns} tight cards>
      {fields.map(({ field, value, page, hasPlace, confidence }) => (
        <tr key={field}>
          <Cell label="项目">
            <b>{readFieldWords[field]}</b>
          </Cell>
          <Cell label="读出的内容">{valueWords(field, value, meetings)}</Cell>
          <Cell label="出处" nowrap>
            {hasPlace ? <a href={`#${placeId(field)}`}>看原文{pageWords(page)}</a> : '全文'}{' '}
            <Tag tone={confidenceWords[confidence].tone}>{confidenceWords[confidence].label}</Tag>
          </Cell>
          <Cell label="核对" nowrap>
            <label className="tick">
              <input
                type="checkbox"
                name="accepted"
                value={field}
                defaultChecked={accepted.includes(field)}
              />
              一致<span className="vh">：{readFieldWords[field]}与原件</span>
            </label>
          </Cell>
        </tr>
      ))}
    </Grid>
  )
}
