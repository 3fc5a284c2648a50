import { found, trimmed, type Found } from './found'
import type { PlainPage } from './plain-page'

/** What catalogues, sites and forms print before a value, by what it means. Spaces may stand between the characters. */
const vocabulary = {
  indexNo: ['索引号', '信息索引号', '公开索引号'],
  documentNo: ['文号', '发文字号', '发文文号', '文件编号', '发文号', '公文文号', '字号', '发布文号', '答复文号', '复函文号'],
  publisher: ['发布机构', '发布机关', '发布单位', '公开机构', '发文机关', '发文单位', '信息公开机构', '公开责任部门', '制发机关', '发文机构', '公开单位'],
  source: ['信息来源', '来源', '稿源', '文章来源', '稿件来源', '供稿单位'],
  topics: ['主题分类', '所属主题', '内容分类', '分类', '主题词', '信息分类', '主题类别', '所属类别', '分类主题', '主题'],
  genre: ['体裁分类', '体裁', '组配分类', '公开目录', '文种', '公文种类', '体裁类别'],
  published: ['发布日期', '发布时间', '公开日期', '发文日期', '更新时间', '更新日期', '生成日期', '生成时间', '日期', '时间', '公布日期', '发稿时间', '公开时间', '信息时间', '发表时间', '上传时间', '录入时间', '发布于', '添加时间', '印发日期'],
  written: ['成文日期', '成文时间', '文件日期', '答复日期', '答复时间', '签发日期'],
  name: ['名称', '信息名称', '标题', '文件名称'],
  subject: ['建议标题', '提案标题', '议案标题', '案由', '提案案由', '建议案由', '建议名称', '提案名称', '提案题目', '建议题目', '提案主题', '建议主题'],
  item: ['建议编号', '提案编号', '议案编号', '建议号', '提案号', '案号', '提案案号', '建议案号'],
  meeting: ['会议届次', '届次', '所属届次', '会议名称'],
  sponsors: ['人大代表', '提案人', '领衔代表', '第一提案人', '提案者', '建议人', '代表姓名', '委员姓名', '政协委员', '提出代表', '提出人', '提案委员', '领衔人', '提案单位', '第一提案者'],
  handler: ['主办单位', '承办单位', '办理单位', '答复单位', '独办单位', '主办部门', '承办部门', '牵头单位', '主办单位(分办单位)', '主(承)办单位', '复函单位'],
  coHandlers: ['会办单位', '协办单位', '会同办理单位', '会办部门', '协办部门', '会(协)办单位', '协(会)办单位'],
  signer: ['签发人', '领导签发', '领导签批', '签批人', '签发领导', '签发', '审签人', '审签领导', '审批人', '签批领导', '审签'],
  contact: ['联系人', '承办人', '经办人', '联系人员', '承办人员', '经办人员', '具体承办人', '联络人', '承办联系人', '经办联系人', '联系人姓名', '承办同志', '咨询人', '经办同志'],
  contactAndPhone: ['联系人及电话', '联系人及联系电话', '承办人及联系电话', '联系人和电话', '联系人(电话)', '联系人/电话', '承办人及电话', '联系人、电话', '联系人及联系方式', '联系人与电话', '经办人及电话', '经办人及联系电话', '联系人电话', '承办人电话', '联系人、联系电话', '联系人员及电话', '承办人和电话', '联系人和联系电话'],
  unitAndPhone: ['联系单位及电话', '承办单位及电话', '联系单位及联系电话', '承办单位及联系电话', '联系科室及电话', '承办科室及电话', '联系单位和电话', '承办处室及电话'],
  unitOfContact: ['联系单位', '联系科室', '承办科室', '承办处室', '联系部门', '经办科室', '承办股室', '联系地址', '办公地址', '地址'],
  phone: ['联系电话', '电话', '咨询电话', '联系方式', '办公电话', '电话号码', '联系方法', '手机', '手机号码', '联系号码', '座机', '固定电话', '联系手机', '移动电话', '电话/手机'],
  notContact: ['传真', '邮编', '邮政编码', '电子邮箱', '邮箱', 'E-mail', 'Email', '承办负责人', '责任领导', '主管领导人', '主管领导', '分管领导', '责任编辑', '编辑', '审核', '校对', '共印', '印数', '作者', '责任人', '主办领导', '监督电话', '投诉电话', '审核人', '校核', '拟稿', '核稿', '责编', '初审', '复审', '终审', '分管负责人', '负责人', '督办领导', '政府督办领导', '主要负责人'],
  copies: ['抄送', '抄送单位', '抄送机关', '分送', '主送抄送'],
  reports: ['抄报', '主送', '主送单位'],
  outcome: ['办理结果', '类别', '办理类别', '答复类别', '办理结果分类', '结果类别', '答复类型', '办理类型', '解决程度', '办理结果类别', '答复分类', '办理情况分类', '办复类别', '结果分类', '办理程度', '分类类别', '办理意见分类', '办结类别', '办理等级'],
  openness: ['公开方式', '公开类别', '公开属性', '是否公开', '公开范围', '是否同意公开', '公开形式', '建议公开范围', '提案公开范围', '公开类型', '信息公开选项', '公开选项', '公开意见', '信息公开属性', '公开情况', '公开程度', '是否主动公开', '答复公开情况'],
  other: ['关键词', '关键字', '生效日期', '废止日期', '失效日期', '效力状态', '有效性', '浏览次数', '浏览量', '浏览', '访问量', '访问次数', '点击数', '点击量', '点击率', '点击', '阅读次数', '阅读量', '阅读', '字体', '字号大小', '字体大小', '打印', '内容', '交办日期', '交办时间', '反馈时间', '反馈日期', '提交日期', '提交时间', '建议类型', '提案类型', '建议办理类型', '编号', '内容概述', '内容概要', '核心摘要', '摘要', '信息编号', '视力保护色', '分享到', '语种', '所属机构', '人次', '有效期', '生效时间', '办结日期', '办理日期', '受理日期', '收文日期', '建议答复', '答复内容', '提案答复', '附件', '办理状态', '提案内容', '建议内容', '满意度', '服务对象', '公开时限', '联名人', '附议人', '大小', '保护视力色', '次数', '联名代表', '栏目', '收藏', '届别', '是否有效', '状态', '附议代表'],
} as const // prettier-ignore

export type LabelName = keyof typeof vocabulary
type Label = { name: LabelName; word: string; from: number; to: number }

const escaped = (word: string) => Array.from(word, (one) => one.replace(/[()/]/, '\\$&')).join('[ ]{0,8}')
const meanings = new Map<string, LabelName>()
for (const [name, words] of Object.entries(vocabulary))
  for (const word of words) meanings.set(word, name as LabelName)
const longestFirst = [...meanings.keys()].toSorted((a, b) => b.length - a.length)
const anyLabel = new RegExp(
  `(?<=^|[\\s|\\[\\]【】•·()（;,。、/>]|\\d)(?:${longestFirst.map(escaped).join('|')})(?=[ ]{0,8}[:\\]】]|[ ]{0,8}\\||[ ]*$|[ ]+\\S|[\\da-zA-Z\\u3400-\\u9fff])`,
  'gm',
)
/** Of a letter on one line these stand directly behind the date or the name before them. */
const gluedLabel = /(?<=[\u3400-\u9fff])(?:联系人及电话|联系人|联系电话|电话|承办人|经办人|传真|邮编)(?=:)/g

/** Labels that stand for themselves only with a sign behind them, or alone on their line: common words otherwise. */
function isMarked(shape: string, from: number, to: number): boolean {
  const [lineFrom, lineTo] = lineAround(shape, from)
  const before = shape.slice(lineFrom, from).trim()
  const after = shape.slice(to, lineTo)
  if (/^[ ]{0,8}[:|\]】]/.test(after)) return true
  if (after.trim() === '') return /^[•·|*\s]*$/.test(before)
  return /^[•·]$/.test(before) || (/^\s/.test(shape.slice(lineFrom, from)) && bulletAbove(shape, lineFrom))
}

/** A catalogue card printed as a bulleted list keeps its bullet on the first of two lines only. */
const bulletAbove = (shape: string, lineFrom: number) =>
  /^\s*[•·]/.test(shape.slice(shape.lastIndexOf('\n', lineFrom - 2) + 1, lineFrom))

function lineAround(shape: string, at: number): [number, number] {
  const end = shape.indexOf('\n', at)
  return [shape.lastIndexOf('\n', at - 1) + 1, end === -1 ? shape.length : end]
}

/** Every label of the page in order; with it, `valueOf` reads what is printed for it. */
export function labelsOf({ shape }: PlainPage): Label[] {
  const labels: Label[] = []
  const matches = [...shape.matchAll(anyLabel)]
  const seen = new Set(matches.map((match) => match.index + match[0].length))
  for (const match of shape.matchAll(gluedLabel))
    if (!seen.has(match.index + match[0].length)) matches.push(match)
  for (const match of matches.toSorted((a, b) => a.index - b.index)) {
    const word = match[0].replace(/ /g, '')
    const name = meanings.get(word)
    const to = match.index + match[0].length
    const isTight =
      (/联系人|承办人/.test(word) && /^[\u3400-\u9fff]{2,4}\d{6}/.test(shape.slice(to, to + 12))) ||
      (name === 'phone' && /^\s?[\d(]{3}/.test(shape.slice(to, to + 4)))
    if (name && (isMarked(shape, match.index, to) || isTight))
      labels.push({ name, word, from: match.index, to })
  }
  return labels
}

/** From behind the label to the next one or the end of the line; a label alone on its line has its value on the next. */
export function valuesOf(
  page: PlainPage,
  labels: Label[],
  names: LabelName[],
  upTo = Infinity,
): (Found & { word: string; name: LabelName })[] {
  return labels.flatMap((label, index) => {
    if (!names.includes(label.name) || label.from > upTo) return []
    const span = valueSpan(page.shape, label, labels[index + 1])
    if (!span) return []
    const value = found(page, ...span, 'labelled')
    return value.value === '' ? [] : [{ ...value, word: label.word, name: label.name }]
  })
}

function valueSpan(shape: string, label: Label, next: Label | undefined): [number, number] | null {
  const [, lineTo] = lineAround(shape, label.from)
  const sign = /^[ ]*[:|\]】][ |:]*/.exec(shape.slice(label.to, lineTo))?.[0] ?? ''
  const from = label.to + sign.length
  const to = Math.min(lineTo, next && next.from < lineTo ? beforeOpening(shape, next.from) : lineTo)
  const [start, end] = trimmed(shape, from, to)
  const bars = shape.slice(start, end).search(/\s*\||\s*$/)
  if (start < end && bars !== 0) return [start, start + (bars === -1 ? end - start : bars)]
  return next && next.from < lineTo ? null : onNextLine(shape, lineTo, next)
}

/** “[ 发文字号 ]”: the bracket belongs to the next label, not to this value. */
function beforeOpening(shape: string, at: number): number {
  let end = at
  while (end > 0 && /[\s[【(（|•;,。]/.test(shape[end - 1] ?? '')) end -= 1
  return end
}

function onNextLine(shape: string, lineTo: number, next: Label | undefined): [number, number] | null {
  const from = lineTo + 1
  const [, to] = lineAround(shape, from)
  const line = shape.slice(from, to).trim()
  const isLabel = next !== undefined && next.from < to
  return line === '' || line.length > 60 || isLabel || /[。:]$/.test(line) ? null : trimmed(shape, from, to)
}
