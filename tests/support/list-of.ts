import writeXlsxFile from 'write-excel-file/node'

const heads = [
  '序号',
  '提案编号',
  '案由',
  '第一提案人',
  '附议人',
  '主办单位',
  '会办单位',
  '交办日期',
  '办理期限',
]

/** A list as an assigning body sends it, below a title line; `change` alters a row's cells. */
export async function listOf(
  rows: number,
  change: (cells: string[], n: number) => string[] = (cells) => cells,
): Promise<Uint8Array<ArrayBuffer>> {
  const lines = Array.from({ length: rows }, (_, i) => {
    const n = i + 1
    const cells = [
      String(n), `1${String(n).padStart(4, '0')}`, `关于第 ${n} 项科技服务下乡的提案`, `委员${'甲乙丙丁戊己庚辛'[n % 8]}${'子丑寅卯'[n % 4]}`,
      n % 5 === 0 ? '段长风、许望川' : '', '市科技局', n % 3 === 0 ? '市财政局、市教委' : '', '2026年3月5日', '2026.6.30',
    ] // prettier-ignore
    return change(cells, n)
  })
  const all = [['云汀市政协七届四次会议提案交办表'], [], heads, ...lines]
  const bytes = await writeXlsxFile(
    all.map((row) => row.map((value) => ({ value, type: String }))),
    { sheet: '交办表' },
  ).toBuffer()
  return new Uint8Array(bytes)
}
