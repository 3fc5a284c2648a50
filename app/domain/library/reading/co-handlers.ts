import { parts, type Found } from './found'
import type { PlainPage } from './plain-page'
import { isVague } from './units'

const unitList = '([\\u3400-\\u9fff()、,和及以与\\s]{2,160}?)'
const consulted = [
  new RegExp(
    `(?:经商|经会商|商请|会商|经征求|征求了?|征询)${unitList}(?:等(?:\\d*[个家]?)?(?:部门|单位|有关部门|相关部门)?)?(?:的?意见|同意|研究|后|,现|,|,经|共同|办理|$)`,
  ),
  new RegExp(
    `(?:会同|协同|联合|商同)${unitList}(?:等(?:\\d*[个家]?)?(?:部门|单位|有关部门|相关部门)?)?(?:共同|进行|认真|作了|做了|开展|研究|办理|一起|,|对|就)`,
  ),
  new RegExp(
    `(?:我[局厅委办部会社院台中心单位]{1,3}|本[局厅委办会]|[局厅委办会])?(?:与|和|同|对接|对接了)${unitList}(?:等(?:\\d*[个家]?)?(?:部门|单位)?)?(?:共同|进行了?|认真|充分|联合|沟通|会商|协商|研究|一起|一并)`,
  ),
  new RegExp(
    `(?:综合|结合|根据|汇总|吸收|参考)了?${unitList}(?:等(?:\\d*[个家]?)?(?:部门|单位)?)?的?(?:会办|协办|办理|反馈)意见`,
  ),
]
const unit = /[局厅委办部会社院台站馆所署处室府团联行队心协司校业]$|(?:公司|集团|中心|政府|大学|党组)$/

/** Offices consulted: as the form lists them, and as the opening sentence says. “有关部门” is nobody. */
export function coHandlersIn(
  page: PlainPage,
  opening: { from: number; to: number },
  labelled: Found[],
): Found[] {
  const listed = labelled.flatMap(({ from, to }) => units(page, from, to))
  return unique(listed.length > 0 ? listed : inSentence(page, opening.from, opening.to))
}

function inSentence(page: PlainPage, from: number, to: number): Found[] {
  const words = page.shape.slice(from, to)
  for (const pattern of consulted) {
    for (const match of words.matchAll(new RegExp(pattern, 'g'))) {
      const list = match[1] ?? ''
      const start = from + match.index + match[0].indexOf(list)
      const named = units(page, start, start + list.length)
      if (named.length > 0) return named
    }
  }
  return []
}

const units = (page: PlainPage, from: number, to: number): Found[] =>
  parts(
    page,
    from,
    to,
    /[、,;]|\s{1,}|和(?=[省市县区州团国全])|及(?=[省市县区州团国])|以及|(?<=[局厅委办部])[和与及]/,
  )
    .map((one) => ({ ...one, value: one.value.replace(/等(?:部门|单位)?[。.]?$|[。.]$/, '') }))
    .filter(
      ({ value }) =>
        value.length >= 2 &&
        value.length <= 30 &&
        unit.test(value) &&
        !isVague(value) &&
        !/您|我|代表|委员$/.test(value),
    )

export function unique(listed: Found[]): Found[] {
  const seen = new Set<string>()
  return listed.filter(({ value }) => !seen.has(value) && seen.add(value))
}
