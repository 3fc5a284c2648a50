import { inArray } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { proposal } from '~/db/schema/proposal'
import { addDays } from '~/domain/deadlines/day'
import { requestAdditionalUnit } from '~/domain/additional-unit/request-additional-unit.server'
import { withdrawProposal } from '~/domain/intake/withdraw-proposal.server'
import { formGroup } from '~/domain/merging/form-group.server'
import { raiseObjection } from '~/domain/objection/raise-objection.server'
import { upholdObjection } from '~/domain/objection/settle-objection.server'
import type { DemoPlace } from './demo-story.server'

const numbers = ['0217', '0258', '0241', '0226', '0264', '0266']

/** What stands beside the state: one 退办 that waits, one handed on, one withdrawn, two merged. */
export async function tellBeside(place: DemoPlace) {
  const { cast, today } = place
  const { viewer } = cast.as('zonghe', today)
  const rows = await asViewer(viewer, (tx) =>
    tx
      .select({ id: proposal.id, officialNo: proposal.officialNo })
      .from(proposal)
      .where(inArray(proposal.officialNo, numbers)),
  )
  const it = (officialNo: string) => ({ proposalId: rows.find((r) => r.officialNo === officialNo)?.id ?? '' })
  const on = (daysAgo: number) => cast.as('zonghe', addDays(today, -daysAgo))
  await raiseObjection(on(2), it('0258'), {
    reason: '诊所医疗废物由卫生健康部门监管，本局没有相应职责',
    proposedUnit: '云汀市卫生健康委员会',
  })
  await raiseObjection(on(18), it('0241'), {
    reason: '涉及公共厕所建设管理，不属本局职责',
    proposedUnit: '云汀市城市管理局',
  })
  await upholdObjection(on(15), it('0241'), {
    decisionDocument: '云政办督改〔2026〕9号',
    answer: '同意改由市城市管理局办理',
  })
  await withdrawProposal(on(30), it('0226'), {
    letter: '关于撤回第0226号提案的函',
    letterOn: addDays(today, -31),
    consentedIds: [],
  })
  await requestAdditionalUnit(on(4), it('0217'), {
    unitId: place.unitIds['市经济信息委'] ?? '',
    reason: '仪器共享补助涉及工业企业，须市经济信息委承办',
  })
  await formGroup(on(3), it('0264'), {
    memberIds: [it('0266').proposalId],
    mergedBy: 'bureau',
    reason: '两件都提科技小院，一并研究',
  })
}
