import { zipSync, strToU8 } from 'fflate'
import writeXlsxFile from 'write-excel-file/node'
import { describe, expect, it } from 'vitest'
import { listDay } from '~/domain/intake/lists/list-day'
import { namesIn, officialNoOf, sponsorKindOf } from '~/domain/intake/lists/list-names'
import { columnsOf, suggestedColumns, type ListSettings } from '~/domain/intake/lists/list-settings'
import { listedItem } from '~/domain/intake/lists/listed-item'
import { meetingNamed } from '~/domain/intake/lists/meeting-named'
import { ourRole } from '~/domain/intake/lists/our-role'
import { cellFormat, printedNumber } from '~/domain/intake/lists/printed-cell'
import { readList } from '~/domain/intake/lists/read-list.server'
import { headRow, headSignature, suggestMapping } from '~/domain/intake/lists/suggest-mapping'

const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`

describe('the heads of a list', () => {
  it.each([
    ['案号', 'officialNo', 'sure'],
    ['提案 编号', 'officialNo', 'sure'],
    ['案由（标题）', 'subject', 'sure'],
    ['领衔代表', 'sponsors', 'sure'],
    ['附议人', 'coSponsors', 'sure'],
    ['主办\n单位', 'leadUnit', 'sure'],
    ['协办单位', 'assistUnits', 'sure'],
    ['交办日期', 'assignedOn', 'sure'],
    ['答复期限', 'dueOn', 'sure'],
    ['建议标题名称', 'subject', 'guess'],
    ['序号', null, null],
    ['联系电话', null, null],
    ['领导批示', null, null],
  ])('“%s” is %s (%s)', (head, field, confidence) => {
    expect(suggestMapping([head])[0]).toEqual(field === null ? null : { field, confidence })
  })

  it('give each field one column: a sure one before a guess', () => {
    const fields = suggestMapping(['建议标题名称', '标题', '编号', '案号']).map((s) => s?.field ?? null)
    expect(fields).toEqual([null, 'subject', 'officialNo', null])
  })

  it('are found below title lines, in any order, and not where nothing is known', () => {
    expect(
      headRow([
        ['云汀市政协七届四次会议提案交办表'],
        ['2026年3月'],
        ['序号', '案由', '案号'],
        ['1', '甲', '2'],
      ]),
    ).toBe(2)
    expect(
      headRow([
        ['甲', '乙'],
        ['1', '2'],
      ]),
    ).toBeNull()
  })

  it('have one signature whatever their order', () => {
    expect(headSignature(['案号', '案 由（标题）', ''])).toBe(headSignature(['案由', '案号']))
    expect(headSignature(['案号'])).not.toBe(headSignature(['案由']))
  })
})

describe('a day in a list', () => {
  it.each(['2026年3月5日', '2026.3.5', '2026/03/05', '20260305', '2026-3-5', '２０２６年３月５日', '2026-03-05 00:00:00', '46086'])('%s is 2026-03-05', (text) => {
    expect(listDay(text)).toBe('2026-03-05')
  }) // prettier-ignore
  it.each(['3月5日', '2026年2月30日', '尽快', '', '2026', '12345678'])('%s is none', (text) => {
    expect(listDay(text)).toBeNull()
  })
})

describe('a number in a list', () => {
  it.each([
    ['222', cellFormat(164, '0000'), '0222'],
    ['222', cellFormat(164, '"第"0000"号"'), '第0222号'],
    ['63', cellFormat(0, undefined), '63'],
    ['46086', cellFormat(14, undefined), '2026-03-05'],
    ['46086.5', cellFormat(165, 'yyyy"年"m"月"d"日"'), '2026-03-05'],
    ['1.5', cellFormat(2, '0.00'), '1.5'],
    ['1630', cellFormat(165, '#,##0'), '1630'],
  ])('%s as %o reads %s', (raw, format, shown) => {
    expect(printedNumber(raw, format, false)).toBe(shown)
  })

  it.each([['第0222号', '0222'], ['０２２２', '0222'], ['63号', '63'], ['0222', '0222'], ['平时-12', '平时-12']])('%s is the item %s', (text, no) => {
    expect(officialNoOf(text)).toBe(no)
  }) // prettier-ignore
})

describe('names in a list', () => {
  it.each([
    ['段长风、许望川', ['段长风', '许望川']],
    ['段长风 许望川', ['段长风', '许望川']],
    ['李　明', ['李明']],
    ['段长风等5人', ['段长风']],
    ['段长风（等 12 名）\n许望川', ['段长风', '许望川']],
    ['民盟云汀市委员会', ['民盟云汀市委员会']],
    ['', []],
  ])('%s', (text, names) => expect(namesIn(text)).toEqual(names))

  it.each([
    ['', ['段长风'], 'individual'],
    ['', ['段长风', '许望川'], 'joint'],
    ['', ['民盟云汀市委员会'], 'organisation'],
    ['', ['科技界'], 'organisation'],
    ['集体提案', ['云汀大学'], 'organisation'],
    ['委员个人', ['段长风'], 'individual'],
  ] as const)('said “%s” of %j is %s', (said, names, kind) => expect(sponsorKindOf(said, names)).toBe(kind))
})

const own = { name: '云汀市科学技术局', shortName: '市科技局', region: '市' }
const units = [{ id: id(1), fullName: '云汀市财政局', shortName: '市财政局' }]
const meetings = [
  { id: id(2), track: 'cppcc' as const, term: 7, session: 4 },
  { id: id(3), track: 'npc' as const, term: 12, session: 1 },
]

describe('our role', () => {
  const role = (leadUnit: string, assistUnits = '', arrangement = '') => ourRole({ leadUnit, assistUnits, arrangement }, own, units) // prettier-ignore
  it.each([
    ['市科技局', '', '', 'sole', null],
    ['云汀市科学技术局', '市财政局、市教委', '', 'lead', null],
    ['科技局', '', '分办', 'separate', null],
    ['市科技局、市财政局', '', '', 'lead', null],
    ['市财政局', '市教委、市科技局', '', 'assist', id(1)],
    ['', '', '独办', 'sole', null],
    ['', '', '', null, null],
  ])('主办 %s 会办 %s %s: %s', (lead, assist, arrangement, told, leadUnitId) => {
    expect(role(lead, assist, arrangement)).toEqual({ ours: true, role: told, leadUnitId })
  })
  it('is none where only others are named', () => expect(role('市财政局', '市教委')).toEqual({ ours: false }))
  it.each([
    ['市民政局', '市科技局', '', '不在单位名录里'],
    ['', '市科技局', '', '没有写主办单位'],
    ['市科技局', '', '随便', '认不出来'],
  ])('主办 %s 会办 %s %s is asked back: %s', (lead, assist, arrangement, why) => {
    expect(role(lead, assist, arrangement)).toMatchObject({
      ours: 'unclear',
      message: expect.stringContaining(why),
    })
  })
})

it.each([
  ['七届四次', 'cppcc', id(2)],
  ['市政协7届4次会议', 'cppcc', id(2)],
  ['市十二届人大一次会议', 'npc', id(3)],
  ['七届四次', 'npc', undefined],
  ['七届五次', 'cppcc', undefined],
] as const)('the meeting %s (%s)', (text, track, found) => {
  expect(meetingNamed(text, track, meetings)?.id).toBe(found)
})

const heads = [
  '案号',
  '案由',
  '提案人',
  '联名人',
  '主办单位',
  '会办单位',
  '交办日期',
  '办理期限',
  '届次',
  '重点',
]
const settings: ListSettings = {
  columns: suggestedColumns(heads), meetingId: id(2), sessionKind: 'plenary', assigningUnitId: null, assignedOn: '2026-03-02', receivedOn: '2026-03-20',
} // prettier-ignore
const row = (...cells: string[]) =>
  listedItem(cells, columnsOf(heads, settings), settings, {
    own,
    units,
    meetings,
    divisions: [],
    handlers: [],
    today: '2026-03-20',
  })

describe('a row', () => {
  it('becomes an item with what the list says and the settings for the rest', () => {
    expect(row('0222', '关于培育中试平台的提案', '段长风', '许望川', '市科技局', '市财政局', '2026年3月5日', '2026.6.30', '七届四次', '是')).toEqual({
      is: 'fit',
      item: {
        officialNo: '0222', subject: '关于培育中试平台的提案', text: '', sponsors: ['段长风', '许望川'], sponsorKind: 'joint', track: 'cppcc',
        meetingId: id(2), sessionKind: 'plenary', assigningUnitId: null, assignedOn: '2026-03-05', receivedOn: '2026-03-20', dueOn: '2026-06-30',
        isWide: false, priority: 'key', handlingRole: 'lead', leadUnitId: null, takenOver: null,
      },
    })
  }) // prettier-ignore

  it('names every fault at its column', () => {
    const read = row('0222', '', '', '', '市科技局', '', '三月五日', '2025-01-01', '九届一次')
    expect(read).toMatchObject({ is: 'faulty' })
    expect(read.is === 'faulty' ? read.faults.map((f) => f.field) : []).toEqual(['meeting', 'assignedOn', 'subject', 'sponsors']) // prettier-ignore
  })

  it('with a limit before the hand-over is faulty there', () => {
    expect(row('1', '甲', '段长风', '', '', '', '2026-03-05', '2026-03-01')).toMatchObject({ is: 'faulty', faults: [{ field: 'dueOn' }] }) // prettier-ignore
  })

  it.each([[['合计', '', '']], [['', '', '段长风']]])('%j is no item', (cells) =>
    expect(row(...cells)).toEqual({ is: 'note' }),
  )

  it('that names other bureaus only is not ours', () => {
    expect(row('1', '甲', '段长风', '', '市财政局', '')).toEqual({ is: 'not_ours', label: '1 甲' })
  })

  it('carries no characters nobody sees', () => {
    const read = row('1', '关于\u202E甲\u0007乙', '段长风')
    expect(read.is === 'fit' ? read.item.subject : read).toBe('关于甲乙')
  })
})

/** A workbook with one sheet of this XML, and styles: 1 pads to four digits, 2 is a date. */
const workbook = (sheet: string, strings = '') =>
  zipSync({
    'xl/workbook.xml': strToU8('<workbook xmlns:r="r"><sheets><sheet name="旧" state="hidden" r:id="r9"/><sheet name="表" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="worksheets/sheet7.xml"/><Relationship Id="r9" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/worksheets/sheet7.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    'xl/sharedStrings.xml': strToU8(`<sst>${strings}</sst>`),
    'xl/styles.xml': strToU8('<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0000"/></numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
  }) // prettier-ignore

describe('reading a file', () => {
  it('keeps numbers as printed, dates as days, strings without their readings, and the row of the sheet', async () => {
    const read = await readList(workbook(
      `<row r="1"><c r="A1" t="s"><v>2</v></c></row><row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" t="inlineStr"><is><t>案由</t></is></c><c r="D3" t="s"><v>3</v></c></row>
       <row r="5"><c r="A5" s="1"><v>222</v></c><c r="C5" t="str"><v>甲&amp;乙&#x4E19;</v></c><c r="D5" s="2"><v>46086</v></c></row><row r="6"><c r="A6" s="1"/></row>`,
      '<si><t>案</t><rPh sb="0" eb="1"><t>アン</t></rPh><t>号</t></si><si><t/></si><si><r><t>交办表</t></r></si><si><t>交办日期</t></si>',
    ))
    expect(read).toEqual({ heads: ['案号', '', '案由', '交办日期'], rows: [{ position: 5, cells: ['0222', '', '甲&乙丙', '2026-03-05'] }] })
  }) // prettier-ignore

  it('reads what this house writes itself', async () => {
    const bytes = await writeXlsxFile([['编号', '案由', '提出人'], ['0098', '=1+1', '段长风']].map((r) => r.map((value) => ({ value, type: String }))), { sheet: '表' }).toBuffer() // prettier-ignore
    expect((await readList(new Uint8Array(bytes))).rows).toEqual([
      { position: 2, cells: ['0098', '=1+1', '段长风'] },
    ])
  })

  it.each([
    ['UTF-8 with a mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['tabs', (text: string) => Buffer.from(text.replaceAll(',', '\t'))],
    ['semicolons', (text: string) => Buffer.from(text.replaceAll(',', ';'))],
    ['GB 18030', () => Buffer.alloc(0)],
  ])('of a table in %s', async (what, encode) => {
    const text = '交办表,,\r\n编号,案由,提案人\r\n0222,"关于""甲""\n的提案",段长风\r\n'
    const gb = () => {
      // 编号,案由,提案人 and one row, as a Chinese Excel saves them.
      const known: Record<string, string> = { 编: 'b1e0', 号: 'bac5', 案: 'b0b8', 由: 'd3c9', 提: 'ccb1', 人: 'c8cb', 甲: 'bcd7' }
      return Buffer.from('编号,案由,提案人\n0222,甲,人人\n'.split('').map((c) => known[c] ?? c.charCodeAt(0).toString(16).padStart(2, '0')).join(''), 'hex')
    }
    const read = await readList(what === 'GB 18030' ? gb() : encode(text))
    expect(read.heads[0]).toBe('编号')
    expect(read.rows[0]?.cells[0]).toBe('0222')
    expect(read.rows[0]?.cells[1]).toBe(what === 'GB 18030' ? '甲' : '关于"甲"\n的提案')
  }) // prettier-ignore

  it.each([
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel'],
    ['no zip', Buffer.from('PK\u0003\u0004 nothing'), '表格打不开'],
    ['no heads', Buffer.from('甲,乙\n1,2\n'), '没有找到表头'],
    ['heads alone', Buffer.from('编号,案由,提案人\n'), '表头下面没有内容'],
    ['bytes', Buffer.from([1, 0, 2, 0, 3]), '不是表格'],
    ['a broken quote', Buffer.from(`编号,案由\n1,"${'x'.repeat(600_000)}`), '读不下去'],
  ])('refuses %s in words', async (_what, bytes, why) => {
    await expect(readList(bytes)).rejects.toThrow(why)
  })

  it('refuses more rows than it may hold', async () => {
    const rows = Array.from({ length: 20_100 }, (_, i) => `${i},甲,乙`).join('\n')
    await expect(readList(Buffer.from(`编号,案由,提案人\n${rows}`))).rejects.toThrow('超过 20000 行')
  })

  it('looks at no place twice in a crafted sheet', async () => {
    const began = performance.now()
    await readList(workbook(`<row r="1">${'<c'.repeat(400_000)}</row>${'<row>'.repeat(200_000)}`)).catch(
      () => undefined,
    )
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
