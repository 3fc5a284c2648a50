import { AlignmentType, Document, Packer, Paragraph, Table, TableLayoutType, WidthType } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { rowsOfSheet, type TransferSheet } from '~/domain/allocation/transfer-sheet'
import { packPart, zipParts } from '../docx-zip'
import { coreProperties, corePropertiesXml } from '../reply-letter/core-properties'
import { fontTableXml, fonts } from '../reply-letter/fonts'
import { page, twipsOfMm } from '../reply-letter/measures'
import { columns, rowOf, say } from './row'

const margin = {
  top: twipsOfMm(20),
  right: twipsOfMm(22),
  bottom: twipsOfMm(16),
  left: twipsOfMm(22),
  gutter: 0,
}

const title = (text: string, size: number, breaks = false) =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 80 },
    pageBreakBefore: breaks,
    children: [say(text, { size, face: fonts.xiaobiaosong })],
  })

/** One sheet a page: the bureau's name, the title, the table, and who made it out. */
const sheetOf = (sheet: TransferSheet, at: number) => [
  title(sheet.bureau, 32, at > 0),
  title('人大代表建议、政协提案转办单', 36),
  new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...columns],
    alignment: AlignmentType.CENTER,
    rows: rowsOfSheet(sheet).map(rowOf),
  }),
  new Paragraph({
    spacing: { before: 80 },
    children: [say(`填单人：${sheet.preparedBy}　　打印日期：${sheet.printedOn}`, { size: 21 })],
  }),
]

/**
 * 转办单 of one item or of many, each on a page of its own, as the bytes of a .docx. The same sheets give the same bytes.
 */
export async function renderTransferSheets(sheets: readonly TransferSheet[]): Promise<Uint8Array> {
  const document = new Document({
    sections: [
      {
        properties: { page: { size: { width: page.width, height: page.height }, margin } },
        children: sheets.flatMap(sheetOf),
      },
    ],
  })
  const parts = Object.entries(unzipSync(await Packer.pack(document, 'uint8array')))
  const own = new Map([
    [coreProperties, corePropertiesXml('建议提案转办单', sheets[0]?.bureau ?? '')],
    ['word/fontTable.xml', fontTableXml],
  ])
  return zipParts(parts.map(([name, bytes]) => packPart(name, own.get(name) ?? strFromU8(bytes))))
}
