import { found, type Found } from './found'
import type { Line } from './lines'
import { isPersonName, nameAtEnd } from './names'
import type { PlainPage } from './plain-page'

const cleared =
  /(?:已|业)?经(?:过)?([\u3400-\u9fff·\s]{2,30}?)(?:党组书记、?|党委书记、?|副)?(?:局长|厅长|主任|委员长|县长|市长|区长|镇长|乡长|主席|理事长|院长|馆长|台长|社长|部长|书记|会长|校长|站长|处长|科长|总经理|同志|司长)(?:同志)?(?:审签|审核签发|签发|审定|审批|审阅)/

/** Who signed: printed as 签发人, or said in the sentence “此复函已经…局长审签”. */
export function signerIn(page: PlainPage, labelled: Found[], text: Line[]): Found | null {
  for (const { from, to } of labelled) {
    const words =
      /^[\u3400-\u9fff·]+(?:\s+[\u3400-\u9fff](?=\s|$))?/.exec(page.shape.slice(from, to))?.[0] ?? ''
    const name = found(page, from, from + words.length, 'labelled')
    if (isPersonName(name.value)) return name
  }
  for (const line of text) {
    const match = cleared.exec(line.text)
    const name = match?.[1] ? nameOf(match[1].replace(/\s+/g, '')) : null
    if (match && name) {
      const at = line.from + match.index + match[0].indexOf(name)
      return found(page, at, at + name.length)
    }
  }
  return null
}

function nameOf(words: string): string | null {
  const own = words.replace(
    /^.*(?:局|厅|委|办|会|中心|院|社|台|馆|政府|单位|公司|部)(?=[\u3400-\u9fff·]{2,4}$)/,
    '',
  )
  return isPersonName(own) ? own : nameAtEnd(words)
}
