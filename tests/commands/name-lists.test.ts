import { randomUUID } from 'node:crypto'
import writeXlsxFile from 'write-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { findDelegates, readDelegate } from '~/domain/delegates/read-delegates.server'
import { checkUpload } from '~/domain/files/check-upload.server'
import {
  importDelegates,
  keepDelegateList,
  previewDelegates,
} from '~/domain/name-lists/import-delegates.server'
import { importUnits, keepUnitList, previewUnits } from '~/domain/name-lists/import-units.server'
import { readPlaces } from '~/domain/people/read-accounts.server'
import type { Viewer } from '~/domain/people/viewer'
import { Invalid, NotFound, Refused } from '~/domain/refusals'
import { useFileStore } from '../support/file-store'
import { as, openBureau, registered, type Bureau } from '../support/story'
import { useTestDatabase } from '../support/test-database'

useTestDatabase()
useFileStore()
let bureau: Bureau
let keeper: Viewer
beforeAll(async () => {
  bureau = await openBureau()
  keeper = { ...bureau.founder, userId: bureau.people.audit_admin.userId }
}, 60_000)

const usual = { track: 'cppcc', term: 7 } as const
const wanted = { kinds: ['xlsx', 'csv'] as const, most: 10_000_000 }
const workbook = async (rows: string[][]) => {
  const bytes = await writeXlsxFile(
    rows.map((cells) => cells.map((value) => ({ value, type: String }))),
  ).toBuffer()
  return await checkUpload({ name: '名单.xlsx', bytes: Buffer.from(bytes) }, wanted)
}
const csv = (text: string) => checkUpload({ name: '名单.csv', bytes: Buffer.from(text) }, wanted)
const named = async (q: string) =>
  (await findDelegates(bureau.people.registrar, { q, track: null, kind: null, term: null }, null)).rows

describe('a list of delegates', () => {
  it('is kept, shown and imported whole; again it changes nothing', async () => {
    await registered(bureau, { sponsors: ['段长风'] })
    const registrar = bureau.people.registrar
    const list = await workbook([
      ['云汀市政协第七届委员名单'],
      ['序号', '工作单位及职务', '姓名', '界别', '电话', '通讯地址'],
      ['1', '云汀市科技服务中心主任', '段长风', '科技界', '0000-5', '科技路5号'],
      ['2', '云汀学院', '单望', '教育界', '', ''],
      ['3', '', '', '', '', ''],
    ])
    const { fileId } = await keepDelegateList(as(registrar), list)
    const preview = await previewDelegates(registrar, fileId, usual)
    expect(preview.map((r) => [r.position, r.outcome])).toEqual([
      [3, 'filled'],
      [4, 'new'],
      [5, 'faulty'],
    ])
    expect(await named('shanwang')).toEqual([])
    const command = as(registrar)
    const done = await importDelegates(command, fileId, usual)
    expect(done).toEqual({ added: 1, filled: 1, same: 0, faulty: 1 })
    expect(await importDelegates(command, fileId, usual)).toEqual(done)
    expect(await importDelegates(as(registrar), fileId, usual)).toEqual({
      added: 0,
      filled: 0,
      same: 2,
      faulty: 1,
    })
    const [row, ...more] = await named('duancf'.slice(0, 4))
    expect(more).toEqual([])
    const record = await readDelegate(registrar, row?.id ?? '')
    expect([record.sector, record.contact?.phone, record.items.length]).toEqual(['科技界', '0000-5', 1])
    expect((await named('sw')).map((r) => r.name)).toEqual(['单望'])
  })

  it('is read from a .csv of an office in China, with 1,000 rows', async () => {
    const rows = Array.from({ length: 1_000 }, (_, n) => `第${n}号委员,第三代表团,${n}`)
    const { fileId } = await keepDelegateList(
      as(bureau.people.coordinator),
      await csv(`姓名,代表团,电话\n${rows.join('\n')}`),
    )
    const done = await importDelegates(as(bureau.people.coordinator), fileId, { track: 'npc', term: 6 })
    expect(done).toEqual({ added: 1_000, filled: 0, same: 0, faulty: 0 })
  }, 60_000)

  it('that is none is refused at the file', async () => {
    for (const text of ['甲,乙\n1,2', '姓名,电话'])
      await expect(
        csv(text).then((list) => keepDelegateList(as(bureau.people.registrar), list)),
      ).rejects.toBeInstanceOf(Invalid)
  })

  it('is nobody else’s: no handler, administrator or other bureau keeps, sees or imports it', async () => {
    const { fileId } = await keepDelegateList(as(bureau.people.registrar), await csv('姓名\n乐正'))
    const neighbour = await openBureau('邻市科学技术局')
    for (const viewer of [bureau.people.handler, keeper, neighbour.people.registrar])
      await expect(importDelegates(as(viewer), fileId, usual), viewer.name).rejects.toBeInstanceOf(NotFound)
    await expect(keepDelegateList(as(bureau.people.handler), await csv('姓名\n乐正'))).rejects.toBeInstanceOf(
      Refused,
    )
    await expect(previewDelegates(bureau.people.registrar, randomUUID(), usual)).rejects.toBeInstanceOf(
      NotFound,
    )
  })
})

describe('a list of units', () => {
  it('adds what is new, once', async () => {
    const list = await workbook([
      ['单位全称', '简称', '类别'], ['云汀市水务局', '市水务局', '会办单位'], ['云汀市财政局', '市财政局', ''], ['云汀市审计局', '市教委', ''],
    ]) // prettier-ignore
    const { fileId } = await keepUnitList(as(keeper), list)
    expect((await previewUnits(keeper, fileId)).map((r) => r.outcome)).toEqual(['new', 'same', 'faulty'])
    expect(await importUnits(as(keeper), fileId)).toEqual({ added: 1, filled: 0, same: 1, faulty: 1 })
    expect(await importUnits(as(keeper), fileId)).toEqual({ added: 0, filled: 0, same: 2, faulty: 1 })
    expect((await readPlaces(keeper)).units.filter((u) => u.shortName === '市水务局')).toHaveLength(1)
    await expect(keepUnitList(as(bureau.people.registrar), list)).rejects.toBeInstanceOf(Refused)
  })
})
