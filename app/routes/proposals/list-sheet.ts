import type { ProposalRow } from '~/domain/proposal/proposal-rows.server'
import { clockMarks } from './clock-marks'
import { handlingRoleWords } from '~/domain/proposal/words'
import {
  numberWords,
  priorityWords,
  proposalStateWords,
  requestStateWords,
  sessionKindWords,
} from '~/ui/words'

export type SheetColumn = { head: string; width: number; of: (row: ProposalRow) => string }

const columns: readonly SheetColumn[] = [
  { head: '登记号', width: 12, of: (r) => r.registerNo },
  { head: '编号', width: 14, of: (r) => r.officialNo },
  { head: '名称', width: 16, of: (r) => numberWords(r.officialNo, r.track) },
  { head: '大会或闭会', width: 11, of: (r) => sessionKindWords[r.sessionKind] },
  { head: '案由', width: 46, of: (r) => r.subject },
  { head: '提出人', width: 24, of: (r) => r.sponsors.join('、') },
  { head: '办理角色', width: 10, of: (r) => (r.handlingRole ? handlingRoleWords[r.handlingRole] : '未定') },
  { head: '重点', width: 6, of: (r) => priorityWords[r.priority] },
  { head: '承办处室', width: 16, of: (r) => r.division ?? '' },
  { head: '承办人', width: 10, of: (r) => r.handler ?? (r.isSignedFor ? '已签收' : '') },
  { head: '状态', width: 12, of: (r) => proposalStateWords[r.state] },
  { head: '接续办理', width: 10, of: (r) => (r.isTakenOver ? '接续办理' : '') },
  { head: '会办已了结', width: 11, of: (r) => (r.asked > 0 ? `${r.settled}/${r.asked}` : '') },
  { head: '会办情况', width: 12, of: (r) => (r.worstRequest ? requestStateWords[r.worstRequest] : '') },
  { head: '最早会办期限', width: 13, of: (r) => r.owed?.dueOn ?? '' },
  { head: '交办日期', width: 12, of: (r) => r.assignedOn },
  { head: '下一期限', width: 12, of: (r) => r.clock?.dueOn ?? '' },
  { head: '期限名称', width: 12, of: (r) => r.clock?.name ?? '' },
  { head: '剩余', width: 18, of: (r) => r.clock?.left.words ?? '' },
  { head: '延期暂停', width: 12, of: (r) => clockMarks(r).join('、') },
  { head: '期限依据', width: 60, of: (r) => r.basis },
]

export type SheetRow = readonly string[]

/** The list as text, head first: numbers stay as printed (0098), and nothing is left for a program to work out. */
export const sheetRows = (rows: readonly ProposalRow[], more: readonly SheetColumn[] = []): SheetRow[] => {
  const all = [...columns, ...more]
  return [all.map(({ head }) => head), ...rows.map((row) => all.map(({ of }) => of(row)))]
}

export const sheetWidths = (more: readonly SheetColumn[] = []) =>
  [...columns, ...more].map(({ width }) => width)

/** For those who chase: who leads where we assist, and who owes us an opinion. */
export const chaseColumns: readonly SheetColumn[] = [
  { head: '主办单位', width: 16, of: (r) => r.leadUnit ?? '' },
  { head: '未复会办单位', width: 30, of: (r) => r.owing.join('、') },
]
