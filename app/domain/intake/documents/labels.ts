/** What the cover sheets and headings of proposals call their fields; matter: the text itself; end: the text is over. */
const words = {
  officialNo: ['案号', '编号', '提案号', '提案编号', '建议号', '建议编号', '立案号', '序号'],
  subject: ['案由', '标题', '题目', '题名', '提案标题', '提案题目', '提案名称', '建议标题', '建议题目', '建议名称', '提案案由', '建议案由'],
  lead: [
    '提案人', '提案者', '第一提案人', '第一提案者', '领衔代表', '领衔人', '领衔提案人', '领衔委员', '提出人', '建议人', '提建议人', '代表姓名', '委员姓名',
    '提建议代表', '建议代表', '提案委员', '提出代表', '提案单位', '提案者单位', '集体提案', '提案党派', '提案界别', '代表团', '姓名',
  ],
  joint: [
    '附议人', '附议者', '附议代表', '附议委员', '联名人', '联名代表', '联名委员', '联名提案人', '联名者', '联名附议', '其他提案人', '附议人员', '其他代表', '其他联名代表',
    '共同提案人',
  ],
  meeting: ['会议', '会次', '届次', '届次会议', '会议名称', '所属会议'],
  session: ['提案类型', '建议类型', '类型', '提交类别', '提出时段', '会议类型'],
  matter: ['正文', '内容', '提案内容', '建议内容', '提案正文', '建议正文', '案由分析', '情况分析', '情况', '理由', '提案理由', '背景', '背景情况', '问题', '存在问题', '现状', '情况说明', '提案内容及建议', '案由和理由', '主要内容'],
  advice: ['建议', '办法', '具体建议', '建议和办法', '解决办法', '对策建议', '意见建议', '建议办法', '具体办法', '意见和建议', '工作建议'],
  end: [
    '审查意见', '立案审查意见', '审查立案意见', '提案委审查意见', '交办意见', '领导批示', '拟办意见', '承办单位', '主办单位', '会办单位', '协办单位', '建议承办单位', '拟承办单位',
    '备注', '填表说明', '说明', '提案人签名', '代表签名', '领衔代表签名', '签名', '审查', '办理单位',
  ],
  other: [
    '类别', '分类', '提案类别', '建议类别', '类目', '界别', '党派', '联系电话', '电话', '手机', '通讯地址', '联系地址', '地址', '邮编', '邮政编码', '单位', '工作单位',
    '单位及职务', '工作单位及职务', '单位职务', '职务', '联系人', '提交日期', '提交时间', '提出日期', '提出时间', '日期', '时间', '电子邮箱', '邮箱', '证号', '代表证号', '委员证号',
    '是否公开', '公开意见', '是否同意公开', '是否调研', '调研情况', '代表团名称', '所属代表团', '选举单位', '人数', '附件', '关键词', '主题词', '性别', '民族', '提交人',
    '接收单位', '执笔人', '执笔', '联系', '通讯', '通信', '邮政', '交办日期', '办理期限', '收文日期', '附议人数', '联名人数', '通信地址',
  ],
} as const // prettier-ignore

export type LabelKey = keyof typeof words

const keyOf = new Map<string, LabelKey>(
  Object.entries(words).flatMap(([key, names]) => names.map((name) => [name, key as LabelKey])),
)

/** “案 由”, “提案人（签名）”, “【案由】”, “一、案由”: what stands around the words of a label is none of them. */
const bare = (text: string) =>
  text
    .replaceAll(/[（(][^（）()]{0,16}[）)]/g, '')
    .replaceAll(/[\s\u3000【】[\]:：*＊]/g, '')
    .replace(/^(?:[一二三四五六七八九十]、|\d{1,2}[.、．])/, '')

export const labelOf = (text: string): LabelKey | null =>
  text.length > 40 ? null : (keyOf.get(bare(text)) ?? null)

const spaced = (name: string) => Array.from(name).join('[ \\u3000]*')
const names = [...keyOf.keys()].toSorted((a, b) => b.length - a.length)

/** A label that is followed by its colon, or stands in 【】, at the beginning or after a gap. */
export const labelled = new RegExp(
  `(?<=^|[\\s\\u3000；;|])(?:【(${names.map(spaced).join('|')})】[ \\u3000]*[:：]?|(${names.map(spaced).join('|')})(?:[（(][^（）()]{0,16}[）)])?[ \\u3000]*[:：])`,
  'gu',
)
