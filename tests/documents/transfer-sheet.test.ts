import { describe, expect, it } from 'vitest'
import { renderTransferSheets } from '~/documents/transfer-sheet/render-transfer-sheet'
import type { TransferSheet } from '~/domain/allocation/transfer-sheet'
import { documentText, partOf } from '../support/read-docx'
import { validationErrors } from '../support/validate-docx'

const sheet: TransferSheet = {
  bureau: '云汀市科学技术局', registerNo: '2026-0017', item: '市政协七届四次会议第0098号提案', subject: '关于完善科技特派员制度的提案',
  sponsors: '段长风、苏见微', assignedBy: '云汀市人民政府办公厅', assignedOn: '2026-03-02', receivedOn: '2026-03-03', isKey: true,
  role: '主办', division: '成果处', others: { label: '会办单位', names: '云汀市财政局' },
  dues: [{ name: '答复', day: '2026-06-02', basis: '交办 3-2 → +3 个月 = 06-02' }], asks: ['先摸需求', '设立服务站'],
  proposed: '拟请成果处承办，本局为主办。', preparedBy: '登记员', printedOn: '2026-03-20',
} // prettier-ignore

describe('转办单', () => {
  it('says what goes to the division, until when and why, and leaves room for hands', async () => {
    const text = documentText(await renderTransferSheets([sheet]))
    expect(text.slice(0, 4)).toEqual(['云汀市科学技术局', '人大代表建议、政协提案转办单', '登记号', '2026-0017'])
    for (const said of [
      '重点件', '是', '市政协七届四次会议第0098号提案', '关于完善科技特派员制度的提案', '段长风、苏见微', '云汀市人民政府办公厅',
      '2026年3月2日', '2026年3月3日', '主办', '成果处', '会办单位', '云汀市财政局', '答复：2026年6月2日前（交办 3-2 → +3 个月 = 06-02）',
      '1. 先摸需求', '2. 设立服务站', '拟办意见', '拟请成果处承办，本局为主办。', '领导批示', '承办处室签收', '填单人：登记员　　打印日期：2026-03-20',
    ]) expect(text, said).toContain(said)
  }) // prettier-ignore

  it('of a batch is one file, each on a page of its own', async () => {
    const docx = await renderTransferSheets([sheet, { ...sheet, registerNo: '2026-0018' }, { ...sheet, registerNo: '2026-0019' }])
    expect(documentText(docx).filter((t) => t.startsWith('2026-00'))).toEqual(['2026-0017', '2026-0018', '2026-0019'])
    expect(partOf(docx, 'word/document.xml').match(/<w:pageBreakBefore\/>/g)).toHaveLength(2)
  }) // prettier-ignore

  it.each<[string, TransferSheet]>([
    ['as it is', sheet],
    ['with nothing that may be absent', { ...sheet, asks: [], dues: [], assignedBy: '', others: { label: '主办单位', names: '' } }],
    ['with mark-up in its words', { ...sheet, subject: '</w:t>&“关于”<案由>🙂', asks: Array.from({ length: 40 }, (_, i) => `诉求 ${i}`) }],
  ])('is without fault to Microsoft’s validator: %s', async (_name, one) => {
    expect(await validationErrors(await renderTransferSheets([one, one]))).toEqual([])
  }) // prettier-ignore

  it('has the same bytes whenever it is made', async () => {
    expect(await renderTransferSheets([sheet])).toEqual(await renderTransferSheets([sheet]))
  })
})
