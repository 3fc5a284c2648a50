import { found, type Found } from './found'
import type { Line } from './lines'
import type { PlainPage } from './plain-page'
import { isVague } from './units'

const body =
  '([\\u3400-\\u9fff()]{2,24}?(?:委员会|工委|办公室|常委会|提案委|督查室|政府办|办|委|局|室|科|会|处|中心|组))'
const returned = /回执|意见表|反馈|征询|测评|评价表|意见卡|反馈卡|意见书|评议表|满意度|征求意见/
const routes = [
  new RegExp(
    `(?:反馈|寄回|寄送|寄往|寄至|寄|退回|返回|返还|交回|送回|报送|送交|送达|送|交|报|传真)(?:在|至|给|到|回|往|于)?${body}(?=[,。;:(]|$|\\d|一份|各|以便|,|并|备案|存档)`,
  ),
  new RegExp(`向${body}(?:反馈|返回|寄回|提交|报送|反映)`),
  new RegExp(`(?:反馈|寄|返回|送|交)[^,。;]{0,10}?(?:至|给|到)${body}(?=[,。;:(]|$|\\d|,)`),
]

/** The body a receipt goes back to, when the letter names one; “寄回我局” names nobody else. */
export function receiptRouteIn(page: PlainPage, lines: Line[]): Found | null {
  for (const line of lines) {
    if (!returned.test(line.text)) continue
    for (const sentence of line.text.matchAll(/[^。;]+[。;]?/g)) {
      const route = returned.test(sentence[0]) ? routeIn(sentence[0]) : null
      if (route)
        return found(
          page,
          line.from + sentence.index + route.at,
          line.from + sentence.index + route.at + route.length,
        )
    }
  }
  return null
}

function routeIn(sentence: string): { at: number; length: number } | null {
  for (const route of routes) {
    const match = route.exec(sentence)
    const name = match?.[1]
    if (match && name && !/^(?:我|本|贵|您|你|该)/.test(name) && !isVague(name))
      return { at: match.index + match[0].lastIndexOf(name), length: name.length }
  }
  return null
}
