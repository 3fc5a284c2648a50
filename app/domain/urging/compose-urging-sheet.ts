import { chineseDate, shanghaiDay, type Day } from '../deadlines/day'
import { linesOfText } from '../drafting/plain-text'
import { trackWords } from '../proposal/words'
import type { Track } from '../proposal/words-of-the-trade'
import type { LetterContent } from '../reply/letter-content'

export type UrgingSheet = {
  bureau: string
  item: { meeting: string; officialNo: string; track: Track; subject: string; registerNo: string }
  /** 市财政局, or the division that handles the proposal. */
  addressee: string
  isRequest: boolean
  dueOn: Day | null
  n: number
  reason: string
  urgedAt: Date
  contact: string
}

/** 催办单 in the letter's own parts: to whom, which item, what was due, why it is urged. It names no delegate. */
export function composeUrgingSheet(sheet: UrgingSheet): LetterContent {
  const day = shanghaiDay(sheet.urgedAt)
  const { meeting, officialNo, track, subject, registerNo } = sheet.item
  const item = `${meeting}第${officialNo}号${trackWords[track]}《${subject}》（登记号${registerNo}）`
  const owed = sheet.isRequest ? '会办意见' : '答复'
  const due = sheet.dueOn ? `${owed}期限为${chineseDate(sheet.dueOn)}${sheet.dueOn < day ? '，现已逾期' : ''}。` : ''
  const reason = linesOfText(sheet.reason).join('')
  const text = [
    `${item}，请${sheet.isRequest ? '贵单位会办' : '你处承办'}。${due}`,
    ...(reason ? [`催办事由：${reason}${/[。！？]$/.test(reason) ? '' : '。'}`] : []),
    `请抓紧办理${sheet.isRequest ? '并提出会办意见' : ''}；确有困难的，请及时说明情况和办结时间。`,
  ]
  return {
    layout: 'letter', issuer: sheet.bureau, docNo: null, title: `建议提案催办单（第${sheet.n}次）`, outcomeMark: null, openness: null,
    salutation: `${sheet.addressee}：`, body: text.map((t) => ({ level: 0 as const, text: t })), attachments: [], signatory: sheet.bureau,
    date: day, sealed: false, contact: sheet.contact, cc: [], printed: null,
  }
} // prettier-ignore
