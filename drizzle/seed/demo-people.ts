import type { Role, UnitKind } from '~/domain/people/kinds'

/** Everyone here is invented; every demo account has the same password, printed at start. */
export { demoPasswordIfDemo as demoPassword } from '~/auth/demo-password.server'

export const demoDivisions = ['办公室', '成果转化处', '社会发展科技处', '规划与政策处'] as const
export type DemoDivision = (typeof demoDivisions)[number]

export const demoUnits: readonly { fullName: string; shortName: string; kind: UnitKind }[] = [
  { fullName: '云汀市人民政府办公厅', shortName: '市政府办公厅', kind: 'government_office' },
  {
    fullName: '云汀市人民代表大会常务委员会代表工作委员会',
    shortName: '市人大常委会代表工委',
    kind: 'oversight_npc',
  },
  {
    fullName: '中国人民政治协商会议云汀市委员会提案委员会',
    shortName: '市政协提案委',
    kind: 'oversight_cppcc',
  },
  { fullName: '云汀市教育委员会', shortName: '市教委', kind: 'co_handling' },
  { fullName: '云汀市财政局', shortName: '市财政局', kind: 'co_handling' },
  { fullName: '云汀市人力资源和社会保障局', shortName: '市人力社保局', kind: 'co_handling' },
  { fullName: '云汀市发展和改革委员会', shortName: '市发展改革委', kind: 'co_handling' },
  { fullName: '云汀市经济和信息化委员会', shortName: '市经济信息委', kind: 'co_handling' },
  { fullName: '云汀市农业农村局', shortName: '市农业农村局', kind: 'co_handling' },
  { fullName: '云汀市知识产权局', shortName: '市知识产权局', kind: 'co_handling' },
]

export type DemoPerson = {
  login: string
  name: string
  title: string
  roles: readonly Role[]
  division?: DemoDivision
  unit?: string
}

export const demoPeople: readonly DemoPerson[] = [
  { login: 'dengji', name: '姜疏影', title: '综合处科员', roles: ['registrar', 'archivist'] },
  { login: 'zonghe', name: '崔亦行', title: '综合处副处长', roles: ['coordinator'] },
  { login: 'chuzhang', name: '陆怀远', title: '处长', roles: ['division_head'], division: '成果转化处' },
  { login: 'chengban', name: '沈知白', title: '四级调研员', roles: ['handler'], division: '成果转化处' },
  { login: 'chengban2', name: '叶蓁', title: '主任科员', roles: ['handler'], division: '成果转化处' },
  {
    login: 'shefa',
    name: '傅青衡',
    title: '处长',
    roles: ['division_head', 'handler'],
    division: '社会发展科技处',
  },
  { login: 'hegao', name: '秦若谷', title: '办公室副主任', roles: ['office_reviewer'] },
  { login: 'baomi', name: '纪云笺', title: '保密专员', roles: ['secrecy_reviewer'] },
  { login: 'gongkai', name: '闻树声', title: '政务公开专员', roles: ['openness_reviewer'] },
  { login: 'fenguan', name: '顾明川', title: '副局长', roles: ['deputy'] },
  { login: 'juzhang', name: '贺云章', title: '局长', roles: ['director'] },
  { login: 'yongyin', name: '柳照溪', title: '机要文印', roles: ['seal_clerk'] },
  { login: 'duban', name: '莫问渠', title: '督查室科长', roles: ['supervisor'] },
  { login: 'jiaowei', name: '庄晚晴', title: '市教委科技处', roles: ['co_handler'], unit: '市教委' },
  { login: 'caizheng', name: '卢亦舟', title: '市财政局教科文处', roles: ['co_handler'], unit: '市财政局' },
  {
    login: 'renshe',
    name: '白清和',
    title: '市人力社保局专技处',
    roles: ['co_handler'],
    unit: '市人力社保局',
  },
  { login: 'xitong', name: '郗临川', title: '信息中心', roles: ['system_admin'] },
  { login: 'anquan', name: '管弦', title: '保密办', roles: ['security_admin'] },
  { login: 'shenji', name: '岑望舒', title: '机关纪委', roles: ['audit_admin'] },
]
