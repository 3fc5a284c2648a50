import type { z } from 'zod'
import type { Problem } from '../refusals'

type Issue = z.core.$ZodIssue

const fieldOf = (path: readonly PropertyKey[]) =>
  path.map((key, at) => (typeof key === 'number' ? `[${key}]` : `${at ? '.' : ''}${String(key)}`)).join('')

const kinds = new Map([
  ['string', '文字'],
  ['boolean', 'true 或 false'],
  ['array', '列表'],
  ['object', '一组字段'],
])

function messageOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `缺少此项或类型不对，应为${kinds.get(issue.expected) ?? issue.expected}`
    case 'invalid_value':
    case 'invalid_union':
      return '不在可选的取值之中'
    case 'too_small':
      return '不能为空'
    case 'too_big':
      return `超过上限 ${issue.maximum}`
    case 'invalid_format':
      return '不是日历上的日期，应写作 2022-05-20'
    case 'custom':
      return '含有控制字符、换行或改变书写方向的字符，请删去（正文请按段分开）'
    default:
      return '格式不对'
  }
}

/** What zod found, as sentences for the person who wrote the letter; a field nobody knows is named itself. */
export function problemsOfLetter(issues: readonly Issue[]): Problem[] {
  return issues.flatMap((issue): Problem[] =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ field: fieldOf([...issue.path, key]), message: '没有这个字段' }))
      : [{ field: fieldOf(issue.path) || 'letter', message: messageOf(issue) }],
  )
}
