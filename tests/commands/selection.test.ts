import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { readBatch } from '~/domain/batches/read-batches.server'
import { startBatch } from '~/domain/batches/start-batch.server'
import { workBatches } from '~/domain/batches/work-batches.server'
import { submitForTriage } from '~/domain/intake/submit-for-triage.server'
import { transferSheets } from '~/domain/allocation/render-transfer-sheets.server'
import type { Viewer } from '~/domain/people/viewer'
import { flagKey } from '~/domain/proposal/flag-key.server'
import { mostSelected, readSelection } from '~/domain/proposal/read-selection.server'
import { NotFound, Refused } from '~/domain/refusals'
import { documentText } from '../support/read-docx'
import { as, businessNow, inHandling, openBureau, realNow, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
let bureau: Bureau
let neighbour: Bureau
const moment = { now: businessNow, realNow }

beforeAll(async () => {
  bureau = await openBureau()
  neighbour = await openBureau('邻市科学技术局')
}, 60_000)

const work = () => workBatches(bureau.bureauId, { now: () => businessNow, realNow: () => realNow })
const stateOf = async (viewer: Viewer, registerNos: readonly string[]) =>
  (await readSelection(viewer, { registerNos }, moment)).facts.map((f) => f.proposal.state)

async function inTriage() {
  const proposalId = await registered(bureau)
  await submitForTriage(as(bureau.people.registrar), { proposalId })
  const { facts } = await readSelection(bureau.people.coordinator, { filter: { state: 'triage' } }, moment)
  const { registerNo, version } = facts.find((f) => f.proposal.id === proposalId)?.proposal ?? {}
  return { proposalId, registerNo: registerNo ?? '', version: version ?? 0 }
}

async function batch(kind: string, items: { proposalId: string; input: unknown }[]) {
  const { coordinator } = bureau.people
  const given = items.map(({ proposalId, input }) => ({ label: proposalId, subjectId: proposalId, input }))
  const { batchId } = await startBatch(as(coordinator, { key: randomUUID() }), {
    kind,
    title: kind,
    items: given,
  })
  await work()
  const { items: worked } = await readBatch(coordinator, batchId, { state: null, after: 0, most: 100 })
  return worked.map((i) => [i.state, i.message])
}

describe('a list allocated together', () => {
  it('goes to its division item by item; what changed meanwhile or is not its turn is left, with the reason', async () => {
    const { divisionIds, people } = bureau
    const [one, changed] = [await inTriage(), await inTriage()]
    const early = await registered(bureau)
    await flagKey(as(people.coordinator), { proposalId: changed.proposalId }, { reason: '主席会议确定' })
    const to = { divisionId: divisionIds['成果处'], handlingRole: 'lead', leadUnitId: null }
    const results = await batch('allocate', [
      { proposalId: one.proposalId, input: { ...to, version: one.version } },
      { proposalId: changed.proposalId, input: { ...to, version: changed.version } },
      { proposalId: early, input: { ...to, version: 1 } },
    ])
    expect(results.map(([state]) => state)).toEqual(['done', 'failed', 'failed'])
    expect(results[1]?.[1]).toContain('刚有变化')
    expect(results[2]?.[1]).toContain('现在的状态不能这样办')
    expect(await stateOf(people.coordinator, [one.registerNo, changed.registerNo])).toEqual([
      'assigned',
      'triage',
    ])
  })

  it('is urged and flagged together too', async () => {
    const proposalId = await inHandling(bureau)
    expect(await batch('urge', [{ proposalId, input: { reason: '月底前报送' } }])).toEqual([
      ['done', '已催办'],
    ])
    const { facts } = await readSelection(
      bureau.people.coordinator,
      { filter: { state: 'handling' } },
      moment,
    )
    const version = facts.find((f) => f.proposal.id === proposalId)?.proposal.version
    expect(await batch('flag_key', [{ proposalId, input: { reason: '主席会议确定', version } }])).toEqual([
      ['done', '已列为重点件'],
    ])
  })

  it('is refused to who may not do it to one', async () => {
    const given = { kind: 'allocate', title: '', items: [{ label: '', subjectId: null, input: {} }] }
    for (const viewer of [bureau.people.registrar, bureau.people.handler, bureau.people.supervisor])
      await expect(startBatch(as(viewer), given)).rejects.toThrow(Refused)
  })
})

describe('what is selected', () => {
  it('is only what the viewer may see, ticked or by a filter', async () => {
    const { registerNo } = await inTriage()
    for (const viewer of [neighbour.people.coordinator, bureau.people.other_head, bureau.people.audit_admin])
      expect(await stateOf(viewer, [registerNo]), viewer.name).toEqual([])
    expect((await readSelection(neighbour.people.coordinator, { filter: {} }, moment)).facts).toEqual([])
    expect(await stateOf(bureau.people.coordinator, [registerNo, registerNo, '1999-0001'])).toEqual([
      'triage',
    ])
  })

  it('is at most what can be looked at one by one', async () => {
    const many = Array.from({ length: mostSelected + 1 }, (_, i) => `1999-${i}`)
    const { isCut } = await readSelection(bureau.people.coordinator, { registerNos: many }, moment)
    expect(isCut).toBe(true)
  })
})

describe('转办单', () => {
  it('is printed of what was allocated, for who may see it', async () => {
    const { coordinator, other_head } = bureau.people
    await inHandling(bureau, { subject: '关于转办单的提案', assignedOn: '2026-03-02' })
    const { facts } = await readSelection(coordinator, { filter: { state: 'handling', q: '转办单' } }, moment)
    const registerNo = facts[0]?.proposal.registerNo ?? ''
    const text = documentText(await transferSheets(coordinator, [registerNo], moment))
    for (const said of [
      '关于转办单的提案',
      '段长风',
      '成果处',
      '主办',
      '云汀市人民政府办公厅',
      '1. 先摸需求',
    ])
      expect(text, said).toContain(said)
    expect(text.find((line) => line.startsWith('答复：2026年6月2日前（'))).toContain('依据：')
    await expect(transferSheets(other_head, [registerNo], moment)).rejects.toThrow(NotFound)
    const early = await inTriage()
    await expect(transferSheets(coordinator, [early.registerNo], moment)).rejects.toThrow(Refused)
  })
})
