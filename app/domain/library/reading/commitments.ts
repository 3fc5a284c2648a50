import { found, type Found } from './found'
import { headingEnd } from './headings'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { sentencesOf, type Sentence } from './sentences'

const we =
  '(?:我们|我[局厅委办部会社院台站馆校县市区省镇乡署处州]|我中心|我单位|我公司|本[局厅委会单位]|[\\u3400-\\u9fff]{0,10}[局厅委办部社馆组站会])'
const future = new RegExp(
  [
    '^(?:下一?步|下一?阶段|接下来|今后|以后|下半年|明年|后续|未来|在?(?:今后|下一?步|接下来|以后)的?)',
    ',(?:下一?步|下一?阶段|今后)',
    '(?<![已现])(?:也|还|均|都|并|则|同时|,|)将(?:继续|进一步|逐步|积极|加大|加快|加强|在|把|会同|联合|组织|邀请|出台|按照?|根据|结合|以|认真|持续|不断|主动|坚持|努力|全力|配合|协助|启动|推进|开展|安排|举办|建立|完善|制定|研究|优先|适时|尽快|抓紧|严格|充分|大力|统筹|着力|从|对|通过|围绕|依托|派员|派|统一|首先|先行|辟出|逐[户校村个项]|赠送|争取|定期|参照|深入|向|为|与|和|于|采取|探索|指导|督促|协调|增派|增加|重点|全面|鼓励|支持|引导|新建|新增|改造|修缮|落实|推动|做好|抓好|实施|纳入|列入|一如既往|责成)',
    `${we}(?:计划|拟|准备|打算|争取|力争)`,
    '近期将|^即将|,即将',
    '拟(?:在|于|将|建|新|对|投|增|采|由|从)',
    '(?:计划|拟|预计)(?:于|在)?(?:20\\d\\d年|今年|明年|年内|年底)',
    '力争|预计(?:[\\u3400-\\u9fff\\d]{0,12})(?:完成|开放|投入|建成|启动|开工|竣工|投用|交付)',
    '争取(?:把|将|在|让|到|早日|尽快|列入|纳入|[\\u3400-\\u9fff]{2,12}(?:支持|资金|立项|列入))',
    '待.{2,30}(?:后|之后|时).{0,6}(?:即可|再|将|我|予以|及时|立即|启动|组织|实施|进入)',
    '(?:今年内|明年|年内|年底前|月底前|\\d月(?:底|中旬|上旬|下旬)?前).{0,14}(?:改造到位|完成|建成|实施|启动|开工|落实|出台|解决)',
    '(?:逐年|分批|分期|分年度)(?:安排|实施|改造|推进|解决)',
    '条件成熟[后时]|继续(?:加大|加强|做好|推进|深化|完善|赠送|争取|抓好|跟踪)',
  ].join('|'),
)
const past =
  /已(?:经)?(?:于|在|由|将|把|完成|建成|列入|纳入|安排|投入|落实|启动|办理|采纳|印发|出台|实施)[^,;]*$|^(?:近年来|去年|今年以来|截至|目前,?(?:已|我)|20\d\d年[,,]我|前期|据统计|此前)/
const polite =
  /审签|审核签发|审定|^此(?:复|答复)|感谢|欢迎|希望您|盼望|敬请|如有(?:不妥|意见|疑问|什么)|请填|反馈|回执|意见表|理解和支持|联系电话|祝您|^(?:建议|请您)|建议(?:你|贵|由|主办|牵头)|现(?:将|就|答复)|答复如下/
/** What the sponsor said is no promise, unless the same sentence goes on with one of ours. */
const echo = /您(?:在提案|在建议|提出|提到|反映|建议)|(?:建议|提案)中?(?:提到|指出|反映)/
const ownPart = /,[^,。]*(?:予以采纳|我们|我[局厅委办]|我中心).*(?:将|计划|拟|力争)/
const announces =
  /(?:以下|如下|下列|几个?方面|几点|[二三四五六七八九十两\d]+(?:个方面|方面|件事|项工作|点|项措施))[^,;]{0,12}[:。]?$|^[^,]{0,16}(?:工作|打算|措施|举措|思路|计划)(?:如下|是)[:。]$/
const plansAhead =
  /下一?步|下阶段|今后|打算|举措|工作(?:计划|安排|思路)|努力方向|后续(?:工作|安排)|推进措施|工作目标/
const listsAhead =
  /(?:准备|将|拟|打算|计划|重点)[^。;]{0,24}(?:以下|如下|[一二三四五六七八九十两几\d]+(?:件|项|个方面|方面|点))[^。;]{0,12}[。:]$|下一?步[^。;]{0,40}(?:以下|如下|[二三四五六七八九十两几\d]+(?:件|项|个方面|方面|点))[^。;]{0,16}[。:]$/
const wished = /^(?:建议|诉求)[一二三四五六七八九十]|^(?:您的|代表|委员)?建议内容/
const answers = /^(?:办理情况|办理意见|答复意见|答复|采纳情况|落实情况)/

/** Sentences that promise. Work already done, the sponsor's wishes and courtesies are none. */
export function commitmentsIn(page: PlainPage, body: Line[], isCutOff: boolean): Found[] {
  const sentences = sentencesOf(body)
  const ahead = new Ahead()
  return sentences.flatMap((sentence, index) => {
    const line = body[sentence.line]
    if (!line) return []
    ahead.read(sentence, line.text, body[sentence.line + 1]?.text ?? '')
    if (ahead.isWish || !isCandidate(sentence, line.text, body[sentence.line + 1]?.text ?? '')) return []
    const isTruncated = isCutOff && index === sentences.length - 1
    return promisesOf(page, sentence, ahead.isOpen, isTruncated)
  })
}

/** Whether the text stands under a heading, or behind a sentence, that speaks of what is to come. */
class Ahead {
  isWish = false
  private heading = false
  private list = false
  private level = ''

  get isOpen() {
    return this.heading || this.list
  }

  read({ isFirst, text }: Sentence, line: string, next: string) {
    if (isFirst) this.enter(line, next)
    if (listsAhead.test(text)) this.list = true
  }

  private enter(line: string, next: string) {
    if (wished.test(line)) this.isWish = true
    else if (answers.test(line)) this.isWish = false
    const level = /^[一二三四五六七八九十]+、/.test(line) ? 'first' : line.startsWith('(') ? 'second' : ''
    if (/感谢/.test(line)) this.list = false
    const end = headingEnd(line, next)
    if (level === '' || end === null) return
    const isAhead = plansAhead.test(line.slice(0, end))
    if (isAhead) [this.heading, this.level] = [true, level]
    else if (level === 'first' || level === this.level) this.heading = false
  }
}

function isCandidate({ text, isFirst }: Sentence, line: string, next: string): boolean {
  const end = isFirst ? headingEnd(line, next) : null
  if (end !== null && end >= text.length) return false
  const isEcho = echo.test(text.slice(0, 60)) && !ownPart.test(text)
  return text.length > 9 && !polite.test(text.slice(0, 60)) && !isEcho && !announces.test(text)
}

/** A promise said with “下一步” in front is one; in other sentences each part that promises counts for itself. */
function promisesOf(page: PlainPage, sentence: Sentence, isAhead: boolean, isTruncated: boolean): Found[] {
  const { from, to, text } = sentence
  if (isTruncated) return isAhead ? wholeClauses(page, from, text) : []
  const bare = text.trimStart()
  if (isAhead || /^(?:\S{1,6},)?(?:下一?步|接下来|下阶段|今后|在今后)/.test(bare))
    return [found(page, from, to, isAhead && !future.test(text) ? 'likely' : 'read')]
  if (!/[;:]/.test(text)) return isPromise(bare) ? [found(page, from, to)] : []
  return clauses(text)
    .filter(({ text: one }) => isPromise(one))
    .map(({ at, text: one }) => found(page, from + at, from + at + one.length))
}

function clauses(text: string): { at: number; text: string }[] {
  return [...text.matchAll(/(?:[^;:]|(?<=\d):(?=\d))+[;:]?/g)].map((match) => ({
    at: match.index,
    text: match[0],
  }))
}

const isPromise = (text: string) =>
  text.length > 9 && future.test(text.trimStart()) && !past.test(text.trimStart())

/** Of a sentence that breaks off, what is whole. */
function wholeClauses(page: PlainPage, from: number, text: string): Found[] {
  const end = Math.max(text.lastIndexOf(','), text.lastIndexOf(';'))
  return end > 12 ? [found(page, from, from + end, 'likely')] : []
}
