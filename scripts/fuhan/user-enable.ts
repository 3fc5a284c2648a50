import { enableByHand } from '~/domain/people/authority.server'
import { founderOf } from '~/domain/people/found-bureau.server'
import { bureauIds } from '~/domain/log/verify-log.server'
import { withDatabase } from './with-database'

/** `fuhan user enable LOGIN`: for a bureau whose last security administrator was locked out. */
export const enableUserCommand = (login: string) =>
  withDatabase(async () => {
    const [bureauId, another] = await bureauIds()
    if (!bureauId || another) return complain('这里没有单位，或者不止一个单位。')
    const now = new Date()
    const name = await enableByHand(founderOf(bureauId), login, { businessAt: now, recordedAt: now })
    if (name === null) return complain(`没有这个登录名：${login}`)
    console.log(`已恢复 ${name}（${login}）。`)
    return 0
  })

function complain(sentence: string): number {
  console.error(sentence)
  return 2
}
