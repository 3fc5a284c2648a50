import { chineseDate, type Day } from '../deadlines/day'

/** 转办单, the sheet an item goes to its division with: what it is, until when, and room for hands to write. */
export type TransferSheet = {
  bureau: string
  registerNo: string
  /** 市政协七届四次会议第0098号提案（大会） */
  item: string
  subject: string
  sponsors: string
  assignedBy: string
  assignedOn: Day
  receivedOn: Day
  isKey: boolean
  /** 独办 主办 分办 会办 */
  role: string
  division: string
  /** The units asked, or the unit that leads where we assist. */
  others: { label: '会办单位' | '主办单位'; names: string }
  dues: readonly { name: string; day: Day; basis: string }[]
  asks: readonly string[]
  /** 拟办意见 as the coordinator may begin it. */
  proposed: string
  preparedBy: string
  printedOn: Day
}

export type SheetRow =
  | { kind: 'pair'; cells: readonly [string, string, string, string] }
  | { kind: 'wide'; label: string; lines: readonly string[] }
  /** Left empty for a hand: so many millimetres, with what stands at its foot. */
  | { kind: 'room'; label: string; lines: readonly string[]; mm: number; foot: string }

const dueLines = (dues: TransferSheet['dues']) =>
  dues.length > 0
    ? dues.map(({ name, day, basis }) => `${name}：${chineseDate(day)}前（${basis}）`)
    : ['没有推算出期限']

/** The sheet's rows from top to bottom, as a bureau's registrar lays them out. */
export const rowsOfSheet = (s: TransferSheet): SheetRow[] => [
  { kind: 'pair', cells: ['登记号', s.registerNo, '重点件', s.isKey ? '是' : '否'] },
  { kind: 'wide', label: '编号', lines: [s.item] },
  { kind: 'wide', label: '案由', lines: [s.subject] },
  { kind: 'wide', label: '提出人', lines: [s.sponsors] },
  { kind: 'wide', label: '交办单位', lines: [s.assignedBy || '未写明'] },
  { kind: 'pair', cells: ['交办日期', chineseDate(s.assignedOn), '收到日期', chineseDate(s.receivedOn)] },
  { kind: 'pair', cells: ['办理身份', s.role, '承办处室', s.division] },
  { kind: 'wide', label: s.others.label, lines: [s.others.names || '无'] },
  { kind: 'wide', label: '办理期限', lines: dueLines(s.dues) },
  { kind: 'wide', label: '诉求', lines: s.asks.length > 0 ? s.asks.map((ask, i) => `${i + 1}. ${ask}`) : ['未拆分，详见原件'] },
  { kind: 'room', label: '拟办意见', lines: [s.proposed], mm: 22, foot: '签名：　　　　　　　　　年　　月　　日' },
  { kind: 'room', label: '领导批示', lines: [], mm: 26, foot: '签名：　　　　　　　　　年　　月　　日' },
  { kind: 'room', label: '承办处室签收', lines: [], mm: 18, foot: '签收人：　　　　　　　　年　　月　　日' },
  { kind: 'room', label: '备注', lines: [], mm: 12, foot: '' },
] // prettier-ignore
