import { addDelegate, carryToTerm } from '~/domain/delegates/delegates.server'
import type { DelegateRecord } from '~/domain/delegates/delegate-record'
import type { DemoCast } from './demo-cast'

type Told = Pick<DelegateRecord, 'track' | 'name' | 'term'> & Partial<DelegateRecord>

/** Everyone here is invented. Who stands here before the first registration is found again by it. */
const delegates: readonly Told[] = [
  { track: 'npc', term: 6, name: '苏见微', delegation: '第一代表团', workplace: '云汀市第三中学', title: '教师', phone: '0000-13800000001', address: '云汀市梧桐路12号' },
  { track: 'npc', term: 6, name: '邢伯文', delegation: '第一代表团', workplace: '云汀精工机械有限公司', title: '工程师', phone: '0000-13800000002', address: '云汀市高新区创新路3号' },
  { track: 'npc', term: 6, name: '黎晓岚', delegation: '第二代表团', workplace: '清溪镇中心卫生院', title: '护士长', phone: '0000-13800000003', address: '清溪镇人民街8号' },
  { track: 'npc', term: 6, name: '祁观澜', delegation: '第三代表团', workplace: '云汀农业科学研究所', title: '研究员', phone: '0000-13800000004', address: '云汀市南郊农科路1号' },
  { track: 'npc', term: 6, name: '解蔚然', delegation: '第二代表团', workplace: '云汀市公交公司', title: '驾驶员' },
  { track: 'cppcc', term: 7, name: '苗望岫', sector: '教育界', workplace: '云汀学院', title: '副教授', phone: '0000-13800000006', address: '云汀学院计算机系' },
  { track: 'cppcc', term: 7, name: '单于蓝', sector: '科技界', workplace: '云汀市科协', title: '副主席' },
  { track: 'cppcc', term: 7, name: '民盟云汀市委', kind: 'organisation', organisationKind: 'party', phone: '0000-61208870', address: '云汀市滨江路20号' },
  { track: 'cppcc', term: 7, name: '云汀市青年联合会', kind: 'organisation', organisationKind: 'peoples_organisation' },
  { track: 'cppcc', term: 7, name: '科技界别', kind: 'organisation', organisationKind: 'sector' },
  { track: 'cppcc', term: 7, name: '城建和人口资源环境委员会', kind: 'organisation', organisationKind: 'special_committee' },
  { track: 'cppcc', term: 7, name: '梧桐街道委员工作站', kind: 'organisation', organisationKind: 'workstation' },
  { track: 'npc', term: 6, name: '第二代表团', kind: 'organisation', organisationKind: 'delegation', liaisonGroup: '清溪代表联系组' },
] // prettier-ignore

/** Sat in the conference of the term before, and sits in this one. */
const reelected: Told = {
  track: 'cppcc', term: 6, name: '段长风', sector: '科技界', workplace: '云汀市科技服务中心', title: '主任',
  phone: '0000-13800000005', address: '云汀市科技路5号',
} // prettier-ignore

const record = (told: Told): DelegateRecord => ({
  kind: 'person', organisationKind: null, sector: '', delegation: '', liaisonGroup: '', workplace: '', title: '',
  phone: '', address: '', ...told,
}) // prettier-ignore

/** The registrar writes down who sits this term. */
export async function plantDelegates(cast: DemoCast, today: string) {
  for (const told of delegates) await addDelegate(cast.as('dengji', today), record(told))
  const { id } = await addDelegate(cast.as('dengji', today), record(reelected))
  await carryToTerm(cast.as('dengji', today), { ids: [id], term: 7 })
}
