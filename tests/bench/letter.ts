import { deepStrictEqual } from 'node:assert/strict'
import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import { renderReplyLetter } from '~/documents/reply-letter/render-reply-letter'
import type { LetterContent } from '~/domain/reply/letter-content'
import { fivePageLetter } from '../support/demo-letter'
import { documentText } from '../support/read-docx'

const print = (figure: Record<string, unknown>) => console.log(JSON.stringify(figure))
const rounded = (value: number, digits = 2) => Number(value.toFixed(digits))
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** CPU milliseconds, user and system, of `times` runs; each run by itself. */
async function cpuOf(times: number, work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  for (let done = 0; done < times; done += 1) await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000 / times
}

/** Our own letter with docxtemplater's tags in the place of the words. */
const taggedLetter = (letter: LetterContent): LetterContent => ({
  ...letter,
  docNo: '{docNo}',
  title: '{title}',
  salutation: '{salutation}',
  body: ['{#body}', '{text}', '{/body}'].map((text) => ({ level: 0, text })),
  signatory: '{signatory}',
})

/** docxtemplater as its manual shows it: the template is loaded for each letter, for rendering uses it up. */
function renderWithDocxtemplater(template: Uint8Array, letter: LetterContent): Uint8Array {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true })
  document.render(letter)
  return document.getZip().generate({ type: 'uint8array', compression: 'DEFLATE' })
}

const ours = () => renderReplyLetter(fivePageLetter)

/** P7: a five-page letter, CPU of ours ÷ docxtemplater's on the same text, interleaved A-B-B-A. */
async function comparedWithDocxtemplater(rounds = 9, times = 15): Promise<void> {
  const template = await renderReplyLetter(taggedLetter(fivePageLetter))
  const theirs = () => renderWithDocxtemplater(template, fivePageLetter)
  deepStrictEqual(documentText(theirs()), documentText(await ours()))
  await cpuOf(times, ours)
  await cpuOf(times, theirs)

  const measured: { ours: number; theirs: number }[] = []
  for (let round = 0; round < rounds; round += 1) {
    const first = await cpuOf(times, ours)
    const second = await cpuOf(times, theirs)
    const third = await cpuOf(times, theirs)
    measured.push({ theirs: (second + third) / 2, ours: (first + (await cpuOf(times, ours))) / 2 })
  }
  const ratios = measured.map((round) => round.ours / round.theirs)
  print({
    id: 'P7',
    what: 'five-page letter, CPU of ours ÷ docxtemplater',
    value: rounded(median(ratios)),
    target: '≤ 1.0',
    low: rounded(Math.min(...ratios)),
    high: rounded(Math.max(...ratios)),
    oursMs: rounded(median(measured.map((round) => round.ours))),
    docxtemplaterMs: rounded(median(measured.map((round) => round.theirs))),
    rounds,
  })
}

const megabytes = () => process.memoryUsage().rss / 2 ** 20

const renderNumbered = (number: number) =>
  renderReplyLetter({ ...fivePageLetter, docNo: `云科局函〔2026〕${number + 1}号` })

/** P8: a batch of 500 letters, each another. Memory is flat when the last 400 add next to nothing to the first 100. */
async function batch(letters = 500): Promise<void> {
  let number = 0
  const first = await cpuOf(100, () => renderNumbered(number++))
  const settled = megabytes()
  const rest = await cpuOf(letters - 100, () => renderNumbered(number++))
  const cpuSeconds = (first * 100 + rest * (letters - 100)) / 1000
  print({
    id: 'P8',
    what: 'letters per core and second, batch of 500',
    value: Math.round(letters / cpuSeconds),
    target: '≥ 40',
    rssAfter100Mb: rounded(settled, 0),
    rssAfter500Mb: rounded(megabytes(), 0),
  })
}

/** `npm run bench -- letter`: one JSON line per figure. */
export async function run(): Promise<void> {
  await comparedWithDocxtemplater()
  await batch()
}
