import type { ChaseStep, OpenWork } from '../deadlines/chase'
import type { EventName } from '../proposal/events'
import type { NoticeKind } from './kinds'

/** Who is told, by role or by relation to the proposal. */
export type Told =
  | 'handler' | 'division_heads' | 'drafter' | 'lapsed_steps' | 'asked' | 'opened_steps' | 'open_steps' | 'signer' | 'step_leaders' | 'asked_leaders'
  | 'registrars' | 'coordinators' | 'deputies' | 'seal_clerks' | 'openness_reviewers' | 'supervisors' // prettier-ignore

/** Where the notice leads: a page of the proposal, or the page a unit has for its own request. */
export type Place =
  '' | 'objection' | 'co-handling' | 'receipts' | 'letters' | 'publication' | 'draft' | 'issue' | 'approval'

type Row = { kind: NoticeKind; to: readonly Told[]; place: Place; line: string }

/** What each event says to whom. Watchers are told of all of them. Texts name no person, no subject, no content. */
const events = {
  allocate:             { kind: 'turn', to: ['division_heads'], place: '', line: '已分到您的处室，请签收并确定承办人' },
  move_to_division:     { kind: 'turn', to: ['division_heads'], place: '', line: '已改分到您的处室，请签收并确定承办人' },
  force_assign:         { kind: 'turn', to: ['division_heads'], place: '', line: '已指定由您的处室承办，请签收' },
  division_return:      { kind: 'turn', to: ['coordinators'], place: '', line: '处室退回，请重新分办' },
  division_accept:      { kind: 'turn', to: ['handler'], place: '', line: '处室已签收，由您承办' },
  reassign:             { kind: 'turn', to: ['handler'], place: '', line: '改由您承办' },
  flag_key:             { kind: 'turn', to: ['handler', 'division_heads'], place: '', line: '已列为重点件' },
  submit_for_clearance: { kind: 'turn', to: ['opened_steps'], place: 'approval', line: '答复稿已送审，请您审核' },
  approve_step:         { kind: 'turn', to: ['opened_steps', 'signer'], place: 'approval', line: '轮到您审核签发' },
  return_for_amendment: { kind: 'turn', to: ['drafter'], place: 'draft', line: '答复稿被退回修改' },
  recall_signature:     { kind: 'turn', to: ['drafter'], place: 'draft', line: '签发已撤回，答复稿退回修改' },
  propose_publication:  { kind: 'turn', to: ['openness_reviewers'], place: 'publication', line: '请您审定公开意见' },
  sign:                 { kind: 'outcome', to: ['seal_clerks', 'handler'], place: 'issue', line: '复函已签发，待编号印发' },
  issue:                { kind: 'outcome', to: ['handler', 'coordinators'], place: 'letters', line: '复函已印发' },
  return_receipt:       { kind: 'outcome', to: ['handler', 'coordinators'], place: 'receipts', line: '收到一份回执' },
  close:                { kind: 'outcome', to: ['handler'], place: '', line: '已办结' },
  archive:              { kind: 'outcome', to: ['handler'], place: '', line: '已归档' },
  raise_objection:      { kind: 'turn', to: ['coordinators', 'handler', 'division_heads'], place: 'objection', line: '已提出退办，答复前照常办理' },
  uphold_objection:     { kind: 'outcome', to: ['handler', 'division_heads', 'registrars', 'seal_clerks'], place: '', line: '退办成立，已改由其他单位办理' },
  reject_objection:     { kind: 'turn', to: ['handler', 'division_heads'], place: 'objection', line: '不同意退办，请继续办理' },
  withdraw_objection:   { kind: 'turn', to: ['handler', 'division_heads', 'deputies'], place: 'objection', line: '退办已撤回，请继续办理' },
  withdraw:             { kind: 'outcome', to: ['handler', 'division_heads', 'registrars', 'deputies', 'seal_clerks'], place: '', line: '代表委员已撤回，停止办理' },
  reply_ended:          { kind: 'outcome', to: ['drafter', 'lapsed_steps'], place: '', line: '答复稿随件终止，不用再审' },
  request_ended:        { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '会办已取消，不用再提意见' },
  answer_additional_unit: { kind: 'outcome', to: ['handler', 'division_heads'], place: 'co-handling', line: '增办已有答复' },
  form_group:           { kind: 'turn', to: ['handler', 'division_heads'], place: '', line: '已并案办理' },
  leave_group:          { kind: 'turn', to: ['handler', 'division_heads'], place: '', line: '已移出并案，单独办理' },
  void:                 { kind: 'outcome', to: ['coordinators'], place: '', line: '误登作废' },
  send_request:         { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '请您单位会办，请签收并按期提出意见' },
  answer_request:       { kind: 'co_handling', to: ['handler'], place: 'co-handling', line: '收到一份会办意见，请审看' },
  record_paper_opinion: { kind: 'co_handling', to: ['handler'], place: 'co-handling', line: '收到一份纸质会办意见，请审看' },
  resend_request:       { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '再请您单位会办，请签收并按期提出意见' },
  decline_request:      { kind: 'co_handling', to: ['handler', 'coordinators'], place: 'co-handling', line: '一家单位不予会办' },
  return_opinion:       { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '会办意见被退回，请补充' },
  dispute_opinion:      { kind: 'co_handling', to: ['asked', 'coordinators'], place: 'co-handling', line: '会办意见不一致，待协调' },
  resolve_dispute:      { kind: 'co_handling', to: ['asked', 'handler'], place: 'co-handling', line: '会办分歧已协调一致' },
  waive_request:        { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '不再等会办意见' },
  extend_request:       { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '会办期限已延长' },
  cancel_request:       { kind: 'co_handling', to: ['asked'], place: 'co-handling', line: '会办已取消，不用再提意见' },
  urge_request:         { kind: 'chase', to: ['asked'], place: 'co-handling', line: '催办：请抓紧提出会办意见' },
  urge:                 { kind: 'chase', to: ['handler', 'division_heads'], place: '', line: '催办：请抓紧办理' },
} as const satisfies Partial<Record<EventName, Row>> // prettier-ignore

export type ChaseTopic = `chase_${OpenWork['of']}_${ChaseStep}`

/** The ladder: who must act, then his leader, then 督查. */
const chases = {
  chase_request_remind:    { kind: 'chase', to: ['asked'], place: 'co-handling', line: '会办意见快到期，请按期提出' },
  chase_request_escalate:  { kind: 'chase', to: ['asked', 'asked_leaders', 'handler'], place: 'co-handling', line: '会办意见已逾期，请转报本单位负责人' },
  chase_request_supervise: { kind: 'chase', to: ['supervisors', 'coordinators'], place: 'co-handling', line: '会办意见逾期较久，请督办' },
  chase_reply_remind:      { kind: 'chase', to: ['handler'], place: '', line: '答复快到期，请抓紧办理' },
  chase_reply_escalate:    { kind: 'chase', to: ['handler', 'division_heads'], place: '', line: '答复已逾期，请处室负责人督促' },
  chase_reply_supervise:   { kind: 'chase', to: ['supervisors', 'coordinators', 'deputies'], place: '', line: '答复逾期较久，请督办' },
  chase_rework_remind:     { kind: 'chase', to: ['handler'], place: '', line: '重新办理快到期，请抓紧' },
  chase_rework_escalate:   { kind: 'chase', to: ['handler', 'division_heads'], place: '', line: '重新办理已逾期，请处室负责人督促' },
  chase_rework_supervise:  { kind: 'chase', to: ['supervisors', 'coordinators', 'deputies'], place: '', line: '重新办理逾期较久，请督办' },
  chase_receipt_remind:    { kind: 'chase', to: ['handler', 'registrars'], place: 'receipts', line: '回执还没有收到，请联系对方' },
  chase_receipt_escalate:  { kind: 'chase', to: ['coordinators'], place: 'receipts', line: '回执过期未收到' },
  chase_clearance_step_remind:    { kind: 'chase', to: ['open_steps'], place: 'approval', line: '等您审核已有几天，请抓紧' },
  chase_clearance_step_escalate:  { kind: 'chase', to: ['step_leaders'], place: '', line: '审核停留较久，请过问' },
  chase_clearance_step_supervise: { kind: 'chase', to: ['supervisors', 'coordinators'], place: '', line: '审核停留很久，请督办' },
} as const satisfies Partial<Record<ChaseTopic, Row>> // prettier-ignore

/** What an event turns out to mean when all requests are seen together; a unit that declines sees only its own. */
const findings = {
  nobody_left_to_ask: { kind: 'co_handling', to: ['handler', 'coordinators', 'deputies'], place: 'co-handling', line: '请过的会办单位都不予会办，请另请单位或免会' },
} as const satisfies Record<string, Row> // prettier-ignore

const rows: Record<string, Row> = { ...events, ...chases, ...findings }

/** What an outbox topic says; null for one that concerns nobody here. */
export const toldOf = (topic: string): Row | null => rows[topic] ?? null

export const isTold = (event: EventName): boolean => event in events

export const isChase = (topic: string): boolean => topic in chases
