import type { Imported } from '~/domain/name-lists/keep-list.server'

/** What an import would do, or did, in one sentence. */
export const countWords = ({ added, filled, same, faulty }: Imported, isDone: boolean) =>
  [
    `${isDone ? '新增了' : '将新增'} ${added} 条`,
    filled > 0 ? `补全 ${filled} 条` : '',
    same > 0 ? `${same} 条已有，不变` : '',
    faulty > 0 ? `${faulty} 行有误，不导入` : '',
  ].filter(Boolean).join('，') + '。' // prettier-ignore

/** The counts in an address, so that the page after the import says them; null for none. */
export function countsIn(asked: URLSearchParams): Imported | null {
  const said = /^(\d{1,5})-(\d{1,5})-(\d{1,5})-(\d{1,5})$/.exec(asked.get('imported') ?? '')
  if (!said) return null
  const [added = 0, filled = 0, same = 0, faulty = 0] = said.slice(1).map(Number)
  return { added, filled, same, faulty }
}

export const countsQuery = ({ added, filled, same, faulty }: Imported) =>
  `imported=${added}-${filled}-${same}-${faulty}`
