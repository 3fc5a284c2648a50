import type { FieldPlace, FindingCode } from './reading/reading'

export const findingWords: Record<FindingCode, string> = {
  SPAM_ISSUER: '混入广告',
  LOST_CHARACTERS: '缺字',
  KIND_CONFLICT: '种类不一致',
  SESSION_CONFLICT: '届次不一致',
  ISSUER_CONFLICT: '单位不一致',
  DUPLICATED_TEXT: '正文重复',
  DATE_AMBIGUOUS: '日期不明',
  NOT_A_REPLY: '不是答复',
  TRADITIONAL_TEXT: '繁体',
  FOREIGN_LINK: '外部链接',
  CATALOGUE_DATE: '日期不一致',
  FOREIGN_SIGN: '控制符',
}

/** What must be settled before the page is believed; the rest is to be known. */
const grave: readonly FindingCode[] = ['SPAM_ISSUER', 'LOST_CHARACTERS', 'ISSUER_CONFLICT', 'DATE_AMBIGUOUS', 'FOREIGN_SIGN'] // prettier-ignore
export const isGrave = (code: FindingCode) => grave.includes(code)

export const confidenceWords: Record<FieldPlace['confidence'], string> = {
  labelled: '有标签',
  read: '读自正文',
  likely: '请核对',
}
