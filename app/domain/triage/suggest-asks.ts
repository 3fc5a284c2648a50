/** A request the text seems to make, and where it stands: a person decides whether it is one. */
export type SuggestedAsk = { text: string; from: string }

type Paragraph = { n: number; text: string }

const numbering = [
  { level: '一、', head: /^[一二三四五六七八九十]{1,3}、/u },
  { level: '（一）', head: /^[（(][一二三四五六七八九十]{1,3}[）)]/u },
  { level: '1.', head: /^\d{1,2}[.．、](?!\d)/u },
  { level: '（1）', head: /^[（(]\d{1,2}[）)]/u },
] as const

/** 一是 … 二是 …, 第一，…第二，…: points run into one paragraph. */
const point =
  /(?:^|(?<=[：:；;。，,]))(?:[一二三四五六七八九十]{1,2}(?:是|要)|第[一二三四五六七八九十][，、,])/gu
/** 建议：, 三、有关建议, 为此提出以下建议 */
const opensAdvice =
  /^(?:[一二三四五六七八九十]、)?(?:对策|工作|具体|几点|相关|有关|意见|我们的)*(?:和)?(?:建议|对策|诉求)(?:如下)?[：:。]?$|(?:以下|如下|几点)(?:几点)?(?:意见)?(?:和)?建议[：:。]?$|建议如下[：:。]?$/u
const asking = /建议|希望|恳请|呼吁|请求|提请|应当|应该|务请|要求/u

const most = 20
const longest = 300

/**
 * The numbered points of a text: those under its 建议 heading, else numbered ones that ask for something, else 一是 …
 * 二是 …, else sentences that ask. The first way that finds any is taken, so that a point is not said twice.
 */
export function suggestAsks(text: string): SuggestedAsk[] {
  const all = text
    .split('\n')
    .map((line, i) => ({ n: i + 1, text: line.trim() }))
    .filter((p) => p.text !== '')
  const opening = all.findIndex((p) => opensAdvice.test(p.text))
  const advice = opening >= 0 ? all.slice(opening + 1) : []
  const ways: (() => SuggestedAsk[])[] = [
    () => numbered(advice, () => true),
    () => runIn(advice),
    () => advice.flatMap((p) => sentences(p.text).map((s) => ({ text: s, from: `第 ${p.n} 段，“建议”之下` }))),
    () => numbered(all, (whole) => asking.test(whole)),
    () => runIn(all.filter((p) => asking.test(p.text))),
    () => all.flatMap(askingSentences),
  ]
  for (const way of ways) {
    const found = way()
    if (found.length > 0) return tidy(found)
  }
  return []
} // prettier-ignore

/** Paragraphs of the uppermost numbering there is; what stands under a number belongs to it. */
function numbered(paragraphs: readonly Paragraph[], isAsk: (whole: string) => boolean): SuggestedAsk[] {
  for (const { level, head } of numbering) {
    const heads = paragraphs.flatMap((p, i) => (head.test(p.text) ? [i] : []))
    if (heads.length < 2) continue
    const asks = heads.flatMap((at, k) => {
      const under = paragraphs.slice(at, heads[k + 1] ?? paragraphs.length)
      const [first] = under
      if (!first || !isAsk(under.map((p) => p.text).join(''))) return []
      const mark = head.exec(first.text)?.[0] ?? level
      return [{ text: headline(first.text.replace(head, '')), from: `第 ${first.n} 段，编号“${mark}”` }]
    })
    if (asks.length > 0) return asks
  }
  return []
}

/** Of a point its first sentence: the heading, or what it begins with. */
const headline = (text: string) => sentences(text)[0] ?? text

function runIn(paragraphs: readonly Paragraph[]): SuggestedAsk[] {
  return paragraphs.flatMap((p) => {
    const marks = [...p.text.matchAll(point)]
    if (marks.length < 2) return []
    return marks.map((mark, i) => {
      const until = marks[i + 1]?.index ?? p.text.length
      const said = p.text.slice(mark.index + mark[0].length, until)
      const last = i === marks.length - 1 ? headline(said) : said
      return { text: last, from: `第 ${p.n} 段，“${mark[0].replace(/[，、,]$/u, '')}”` }
    })
  })
}

const askingSentences = (p: Paragraph): SuggestedAsk[] =>
  sentences(p.text).flatMap((sentence) => {
    const word = asking.exec(sentence)?.[0]
    return word && !opensAdvice.test(sentence) ? [{ text: sentence, from: `第 ${p.n} 段，含“${word}”` }] : []
  })

const sentences = (text: string): string[] =>
  (text.match(/[^。！？]+[。！？]?/gu) ?? []).map((s) => s.trim()).filter(Boolean)

const tidy = (asks: readonly SuggestedAsk[]): SuggestedAsk[] =>
  asks
    .map((ask) => ({ ...ask, text: ask.text.replace(/[；;，,、\s]+$/u, '').slice(0, longest) }))
    .filter((ask) => Array.from(ask.text).length >= 4)
    .slice(0, most)
