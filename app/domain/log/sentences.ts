import type { EventName } from '../proposal/events'

type Said = { kind: string; details: Record<string, unknown>; changes?: Record<string, unknown> }

const text = (value: unknown) =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
/** Which due days an event moved: 答复 2026-06-02 → 2026-07-02. */
function moved(d: Record<string, unknown>): string {
  const moves = Array.isArray(d.moved) ? (d.moved as Record<string, unknown>[]) : []
  const said = moves.map((m) => `${text(m.name)} ${text(m.before)} → ${text(m.after)}`)
  return said.length > 0 ? `（${said.join('，')}）` : ''
}
const filed = (d: Record<string, unknown>) => (d.isLate === true ? '，不再等用，存卷' : '')
const because = (d: Record<string, unknown>) => (text(d.reason) ? `：${text(d.reason)}` : '')

/** Every event in one sentence for people; a new event does not compile without one. */
const sentences: Record<EventName, (d: Record<string, unknown>) => string> = {
  register: (d) =>
    `登记，登记号 ${text(d.registerNo)}${text(d.list) ? `（清单“${text(d.list)}”第 ${text(d.listRow)} 行）` : ''}`,
  taken_over: (d) =>
    `接续办理：原系统${text(d.stage)}，由${text(d.division)}${text(d.handler)}承办${text(d.repliedOn) ? `，${text(d.repliedOn)} 答复` : ''}${text(d.documentNumber) ? `，${text(d.documentNumber)}` : ''}`,
  submit_for_triage: () => '核对登记内容，转入研判',
  void: (d) => `登记作废${because(d)}`,
  allocate: (d) => `分办到${text(d.division)}，本局${text(d.role)}${moved(d)}`,
  division_accept: (d) => `处室签收，由${text(d.handler)}承办`,
  division_return: (d) => `处室退回${because(d)}`,
  force_assign: (d) => `指定由本处室承办${because(d)}`,
  reassign: (d) => `改由${text(d.handler)}承办${because(d)}`,
  move_to_division: (d) => `改分到${text(d.division)}${because(d)}`,
  objection_upheld: () => '退办成立，改由其他单位办理',
  withdraw: (d) => `代表委员撤回，来函：${text(d.letter)}（${text(d.letterOn)}）`,
  reply_issued: () => '已答复',
  opinion_issued: () => '会办意见已送出，办结',
  close: (d) => `办结${because(d)}`,
  reopen_for_rework: (d) => `重新办理${because(d)}`,
  reopen_error: (d) => `误办结，恢复办理${because(d)}`,
  archive: (d) => `归档，保管 ${text(d.retentionYears)} 年`,
  confirm_provenance: (d) => `核对机器读出的内容 ${text(d.count)} 项，与原件一致`,
  attach_taken_over_scan: (d) => `附上原复函的扫描件“${text(d.name)}”`,
  record_asks: (d) => `拆分诉求，共 ${text(d.count)} 条`,
  link_earlier: (d) => `记 ${text(d.registerNo)} 为同题旧案`,
  unlink_earlier: (d) => `取消同题旧案 ${text(d.registerNo)}`,
  supply_text: (d) => `补录正文，共 ${text(d.length)} 字`,
  log_contact: (d) => `登记沟通（${text(d.channel)}）`,
  correct_contact: (d) => `更正沟通记录（${text(d.channel)}）`,
  flag_key: (d) =>
    `列为重点件${text(d.supervisor) ? `，${text(d.supervisor)}领衔督办` : ''}${text(d.ledBy) ? `，${text(d.ledBy)}领办` : ''}${because(d)}`,
  propose_publication: (d) => `拟公开意见：${text(d.mode)}`,
  review_publication: (d) => `审定公开意见：${text(d.mode)}`,
  record_commitment: (d) => `登记承诺事项 ${text(d.n)}`,
  confirm_commitments: (d) => (Number(d.count) > 0 ? `确认承诺事项 ${text(d.count)} 项` : '确认没有承诺事项'),
  make_receipt_link: () => '生成回执链接',
  return_receipt: (d) => `收到回执：办理态度${text(d.attitude)}，办理结果${text(d.result)}`,
  comment: () => '批注',
  attach: () => '添加附件',
  watch: () => '关注',
  unwatch: () => '取消关注',
  urge: (d) => `催办${because(d)}`,
  request_additional_unit: (d) => `提请增办${text(d.unit)}${because(d)}`,
  answer_additional_unit: (d) =>
    `增办${text(d.unit)}：${d.isAdded === true ? '同意' : '不同意'}${because(d)}`,
  record_sponsors: (d) => (text(d.lead) ? `改由${text(d.lead)}领衔` : '登记提出人情况'),
  record_relay_consent: (d) => `登记${text(d.names)}同意由领衔人转告答复`,
  record_roles: () => '登记承办分工',
  form_group: (d) => `${text(d.count)} 件并案，由第${text(d.leading)}号领办${because(d)}`,
  leave_group: (d) => `移出并案${because(d)}`,
  raise_objection: (d) =>
    `${d.isLate === true ? '逾期，由分管领导提出退办' : '提出退办'}，建议改由${text(d.proposedUnit)}办理${because(d)}`,
  uphold_objection: (d) => `同意退办，改由${text(d.unit)}办理；依据：${text(d.decisionDocument)}`,
  reject_objection: (d) => `不同意退办，继续办理${because(d)}`,
  withdraw_objection: (d) => `撤回退办${because(d)}`,
  objection_ended: (d) => `退办随件终止${because(d)}`,
  extend: (d) =>
    `${text(d.deadline)}延期 ${text(d.amount)}${moved(d)}${because(d)}；批准文件：${text(d.approvalDocument)}`,
  remove_extension: (d) => `撤销${text(d.deadline)}延期${moved(d)}${because(d)}`,
  pause: (d) => `自 ${text(d.pausedOn)} 暂停计时${because(d)}`,
  resume: (d) => `自 ${text(d.resumedOn)} 恢复计时${moved(d)}${because(d)}`,
  correct_fact: (d) => `更正${text(d.fact)}：${text(d.before)} → ${text(d.after)}${moved(d)}${because(d)}`,
  recount_deadline: (d) =>
    d.from === d.to
      ? `按放假安排重新推算${text(d.name)}期限，仍是 ${text(d.to)}${because(d)}`
      : `按放假安排改动${text(d.name)}期限，${text(d.from)} 改为 ${text(d.to)}${because(d)}`,
  start_reply: () => '开始拟稿',
  save_draft: (d) => `保存第 ${text(d.n)} 稿`,
  submit_for_clearance: (d) => `第 ${text(d.n)} 稿送审`,
  approve_step: (d) => `${text(d.step)}：同意`,
  skip_step: (d) => `跳过${text(d.step)}${because(d)}`,
  return_for_amendment: (d) => `${text(d.step)}：退回修改${because(d)}`,
  withdraw_from_clearance: (d) => `撤回送审${because(d)}`,
  sign: (d) => `签发，成文日期 ${text(d.letterDate)}`,
  record_paper_signature: () => '登记纸质签发',
  recall_signature: (d) => `撤回签发${because(d)}`,
  issue: (d) => `编号并印发，${text(d.docNo)}`,
  abandon: (d) => `作废稿${because(d)}`,
  reply_ended: (d) => `在拟的稿随件终止，审核和签发失效${because(d)}`,
  void_letter: (d) => `复函作废${because(d)}`,
  correct: (d) => `更正复函${because(d)}`,
  send_request: (d) => `请${text(d.party)}会办`,
  resend_request: (d) => `再请${text(d.party)}会办，期限 ${text(d.dueOn)}`,
  acknowledge_request: (d) => `${text(d.party)}签收会办`,
  answer_request: (d) => `${text(d.party)}${d.givenVia === 'link' ? '凭链接' : ''}提交会办意见${filed(d)}`,
  record_paper_opinion: (d) => `代录${text(d.party)}的纸质会办意见${filed(d)}`,
  decline_request: (d) => `${text(d.party)}不予会办${because(d)}`,
  accept_opinion: (d) => `采纳${text(d.party)}的会办意见`,
  return_opinion: (d) => `退回${text(d.party)}补充${d.dueOn ? `，${text(d.dueOn)} 前重提` : ''}${because(d)}`,
  dispute_opinion: (d) => `与${text(d.party)}意见不一致${because(d)}`,
  record_coordination: (d) => `与${text(d.party)}的会办分歧协调一次，尚未一致`,
  resolve_dispute: (d) => `与${text(d.party)}的会办分歧协调一致`,
  waive_request: (d) => `免${text(d.party)}会办${because(d)}`,
  request_ended: (d) => `${text(d.party)}会办随件取消${because(d)}`,
  cancel_request: (d) => `取消${text(d.party)}会办${because(d)}`,
  extend_request: (d) => `${text(d.party)}会办期限由 ${text(d.before)} 延至 ${text(d.dueOn)}${because(d)}`,
  make_opinion_link: (d) => `生成给${text(d.party)}${text(d.person)}的会办链接`,
  void_opinion_link: (d) => `收回给${text(d.party)}的会办链接`,
  urge_request: (d) => `催办${text(d.party)}${because(d)}`,
}

const isEvent = (kind: string): kind is EventName => kind in sentences

export const sentenceOf = (said: Said): string =>
  isEvent(said.kind) ? sentences[said.kind](said.details) : said.kind
