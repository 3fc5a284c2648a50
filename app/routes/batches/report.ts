import { readBatch } from '~/domain/batches/read-batches.server'
import { mostItems } from '~/domain/batches/start-batch.server'
import { itemStateWords } from '~/domain/batches/states'
import { shanghaiDay } from '~/domain/deadlines/day'
import { attachment, xlsxType } from '~/http/attachment'
import { forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'
import { textWorkbook } from '../proposals/text-workbook.server'

/** The report: what came of every item. */
export const loader = forUser(async (visit) => {
  const batchId = idParam(visit.params, 'batchId')
  const { items, title, startedAt } = await readBatch(visit.viewer, batchId, {
    state: null,
    after: 0,
    most: mostItems,
  })
  const rows = items.map((item) => [
    String(item.position), item.label, itemStateWords[item.state], item.message, item.registerNo ?? '',
  ]) // prettier-ignore
  const bytes = await textWorkbook(
    '结果',
    [['序', '件', '结果', '说明', '登记号'], ...rows],
    [8, 50, 10, 60, 14],
  )
  return attachment(new Uint8Array(bytes), `${title} 结果 ${shanghaiDay(startedAt)}.xlsx`, xlsxType)
})
