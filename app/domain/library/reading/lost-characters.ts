import type { PrintedDay } from './dates'
import { hasLostNumber } from './document-number'
import type { Letter } from './letter'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'

export type Suspicion = { from: number; to: number; reason: string }

const everywhere: [RegExp, string][] = [
  [/\ufffd+|锟斤拷|烫烫烫|\?{4,}/, '有乱码。'],
  [/(?<=[人大协员会])[^届\d一二三四五六七八九十]?次会议/, '“次会议”前面的数字缺失。'],
  [/届[^\d一二三四五六七八九十]{0,10}(?<!第)(?<![\d一二三四五六七八九十])次(?:全体)?会议/, '会议次数缺失。'],
  [/第[A-Za-z]?\d{1,6}(?=建议|提案|议案)/, '案号的“号”缺失。'],
  [/(?:19|20)\d{2}年?(?:1[0-2]|[1-9])月\d{1,2}(?=$|\s*\n)/m, '日期的“日”缺失。'],
  [/(?<!\d)20\d{2}(?:1[0-2]|[1-9])月/, '日期的“年”缺失。'],
  [
    /(?<![\d\-/:])20(?:0\d|1\d|2\d)(?:1[0-2]|0?[1-9])(?:[12]\d|3[01]|0?[1-9])日(?!\d)/,
    '日期的“年”“月”缺失。',
  ],
  [/(?:建议|提案|议案|》|”|\))已?悉[,。]/, '“收悉”缺字。'],
  [/^[ ]*(?:系)?人(?:及(?:联系)?电话)?[:]/m, '“联系人”缺字。'],
  [/第届|第次会/, '届次的数字缺失。'],
  [/^\s*[\u3400-\u9fff、]{2,30}(?:代表|委员)\s*:?\s*\n+\s*(?:在|提出的)/m, '首句缺字。'],
]

/** Signs that a site lost letters of the text; each a place where a person should look. */
export function lostCharacters(
  page: PlainPage,
  lines: Line[],
  letter: Letter,
  day: PrintedDay | null,
): Suspicion[] {
  const { shape } = page
  const scope = { from: 0, to: letterEnd(letter) }
  const found: Suspicion[] = everywhere.flatMap(([pattern, reason]) => {
    const match = pattern.exec(shape.slice(scope.from, scope.to))
    return match ? [{ from: match.index, to: match.index + match[0].length, reason }] : []
  })
  const number = hasLostNumber(shape, letter.head)
  if (number) found.push({ from: number.from, to: number.to, reason: '发文字号缺字。' })
  if (day?.isLost) found.push({ from: day.from, to: day.to, reason: '落款日期缺字。' })
  return [...found, ...unpaired(letter, shape)]
}

const letterEnd = ({ tail, body, opening }: Letter) => tail.at(-1)?.to ?? body.at(-1)?.to ?? opening.to

const brackets: [string, string][] = [
  ['《', '》'],
  ['“', '”'],
]

/** Brackets of a paragraph that do not pair. The last paragraph of a page that breaks off proves nothing. */
function unpaired(letter: Letter, shape: string): Suspicion[] {
  const { opening, body, isCutOff } = letter
  const whole = isCutOff ? body.slice(0, -1) : body
  const spans = [...(isCutOff && body.length === 0 ? [] : [opening]), ...whole]
  return spans.flatMap(({ from, to }) => {
    const words = shape.slice(from, to)
    const pair = brackets.find(([open, close]) => count(words, open) !== count(words, close))
    return pair ? [{ from, to, reason: `${pair[0]}与${pair[1]}不成对。` }] : []
  })
}

const count = (words: string, one: string) => words.split(one).length - 1
