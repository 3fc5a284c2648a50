/** What a column of a list may say. */
export const listFields = [
  'officialNo', 'subject', 'sponsors', 'coSponsors', 'sponsorKind', 'text', 'track', 'meeting', 'sessionKind', 'priority',
  'leadUnit', 'assistUnits', 'arrangement', 'assignedOn', 'receivedOn', 'dueOn',
  'stage', 'documentNumber', 'repliedOn', 'division', 'handler', 'result', 'satisfaction', 'remark',
] as const // prettier-ignore
export type ListField = (typeof listFields)[number]

export const listFieldWords: Record<ListField, string> = {
  officialNo: '编号', subject: '案由', sponsors: '提出人', coSponsors: '联名人', sponsorKind: '提出人类别', text: '正文',
  track: '建议或提案', meeting: '届次', sessionKind: '大会或平时', priority: '重点', leadUnit: '主办单位',
  assistUnits: '会办单位', arrangement: '承办方式', assignedOn: '交办日期', receivedOn: '收到日期', dueOn: '办理期限',
  stage: '办理进度', documentNumber: '复文字号', repliedOn: '答复日期', division: '承办处室', handler: '承办人', result: '办理结果',
  satisfaction: '满意度', remark: '备注',
} // prettier-ignore

/**
 * How lists head their columns, by the words of domain.md §10. A head that is one of these is sure; one that only holds
 * one is a guess. 序号 is the row's number in the list and never the item's.
 */
export const headWords: Record<ListField, readonly string[]> = {
  officialNo: ['编号', '案号', '建议编号', '提案编号', '建议号', '提案号', '建议案号', '件号', '建议提案编号'],
  subject: ['案由', '标题', '题目', '建议标题', '提案标题', '建议名称', '提案名称', '名称', '建议题目', '提案题目', '建议提案标题', '提案案由'],
  sponsors: ['提案人', '领衔代表', '第一提案人', '建议人', '提出人', '代表姓名', '委员姓名', '领衔人', '提案者', '提出代表', '代表', '委员', '提建议人', '提案单位', '集体提案单位', '第一提案者'],
  coSponsors: ['联名人', '附议人', '联名代表', '联名委员', '附议代表', '附议委员', '其他提案人', '共同提案人', '联名提案人'],
  sponsorKind: ['提出形式', '提案形式', '提案人类别', '提出人类别', '提案类型', '个人或集体'],
  text: ['正文', '内容', '建议内容', '提案内容', '具体内容', '主要内容'],
  track: ['类别', '性质', '建议提案类别', '种类', '件别'],
  meeting: ['届次', '会议', '届别', '会次', '会议届次', '所属会议'],
  sessionKind: ['会期', '大会或平时', '大会平时', '提出时间类别', '会间闭会', '是否大会'],
  priority: ['重点', '是否重点', '重点督办', '领衔督办', '重点件', '重点提案', '重点建议', '是否重点督办'],
  leadUnit: ['主办单位', '承办单位', '主办', '牵头单位', '主办部门', '主要承办单位', '独办单位'],
  assistUnits: ['会办单位', '协办单位', '会办', '协办', '会办部门', '协办部门', '配合单位', '参与单位'],
  arrangement: ['承办方式', '办理类型', '办理方式', '承办类型', '承办角色', '办理形式'],
  assignedOn: ['交办日期', '交办时间', '分办日期', '转办日期', '转办时间', '交办日'],
  receivedOn: ['收到日期', '收件日期', '接收日期', '收文日期', '收到时间', '签收日期'],
  dueOn: ['办理期限', '答复期限', '办结期限', '答复时限', '办理时限', '办结时限', '限办日期', '截止日期', '完成期限'],
  stage: ['办理进度', '办理状态', '当前状态', '当前进度', '办理阶段', '进度', '状态'],
  documentNumber: ['复文字号', '答复文号', '复函文号', '复函字号', '答复函号', '发文字号', '复文号', '答复文件号', '文号'],
  repliedOn: ['答复日期', '答复时间', '复函日期', '复文日期', '回复日期', '实际答复日期'],
  division: ['承办处室', '承办科室', '经办处室', '责任处室', '主办处室'],
  handler: ['承办人', '经办人', '具体承办人', '承办人姓名'],
  result: ['办理结果', '办理结果类别', '结果分类', '办理类别', '答复类别'],
  satisfaction: ['满意度', '反馈', '反馈意见', '代表意见', '委员意见', '满意情况', '评价'],
  remark: ['备注', '说明'],
} // prettier-ignore

/** 序号 numbers the rows of the list itself; the others look like a field and are none. */
export const noField = [
  '序号',
  '序',
  '行号',
  '联系电话',
  '电话',
  '手机',
  '承办人电话',
  '承办处室电话',
  '界别',
  '代表团',
  '通讯地址',
  '单位及职务',
]
