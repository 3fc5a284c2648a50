import { addDays } from '../../deadlines/day'

/** A number format of a workbook, as far as it changes what a reader of the list sees. */
export type CellFormat = 'plain' | 'date' | { before: string; zeros: number; after: string }

/** Formats that every workbook knows by number: ECMA-376 18.8.30, and the East Asian dates Excel adds (27–36, 50–58). */
const builtInDates = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]

const literal = String.raw`(?:"[^"]*"|\\.)*`
const padded = new RegExp(`^(${literal})(0{2,})(${literal})$`)
const unquoted = (text: string) => text.replaceAll(/"([^"]*)"|\\(.)/g, '$1$2')

export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return builtInDates.includes(id) ? 'date' : 'plain'
  const first = code.split(';')[0] ?? ''
  const zeros = padded.exec(first)
  if (zeros)
    return { before: unquoted(zeros[1] ?? ''), zeros: zeros[2]?.length ?? 0, after: unquoted(zeros[3] ?? '') }
  const bare = first.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '')
  return /[yd]/i.test(bare) && !/[#0]/.test(bare) ? 'date' : 'plain'
}

/** A number as the list shows it: 222 under the format 0000 is 0222, a day is a day. */
export function printedNumber(raw: string, format: CellFormat, is1904: boolean): string {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (format === 'date') return dayOfSerial(value, is1904) ?? String(value)
  if (format !== 'plain' && Number.isInteger(value) && value >= 0)
    return `${format.before}${String(value).padStart(format.zeros, '0')}${format.after}`
  return Number.isInteger(value) ? value.toFixed(0) : String(Number(value.toPrecision(15)))
}

/** Days since the last day of 1899 as Excel counts them, with the 29 February 1900 that never was. */
export function dayOfSerial(serial: number, is1904 = false): string | null {
  const days = Math.floor(serial)
  if (days < 61 || days > 2_958_465) return null
  return addDays(is1904 ? '1904-01-01' : '1899-12-30', days)
}
