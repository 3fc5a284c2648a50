import { hashPassword } from '~/auth/password.server'
import { passwordProblem } from '~/auth/password-policy'
import { addUser } from '~/domain/people/add-user.server'
import { findPlace } from '~/domain/people/find-place.server'
import { founderOf } from '~/domain/people/found-bureau.server'
import { roles, type Role } from '~/domain/people/kinds'
import { bureauIds } from '~/domain/log/verify-log.server'
import { withDatabase } from './with-database'

export type UserOptions = {
  login: string
  name: string
  title: string
  role: string[]
  division?: string
  unit?: string
  phone?: string
}

const isRole = (word: string): word is Role => roles.some((role) => role === word)

/** `fuhan user add`: the password comes from FUHAN_PASSWORD, never from the command line that everybody can list. */
export const addUserCommand = (options: UserOptions) =>
  withDatabase(async () => {
    const [bureauId, another] = await bureauIds()
    if (!bureauId || another) return complain('这里没有单位，或者不止一个单位。')
    const wrong = options.role.find((role) => !isRole(role))
    if (wrong) return complain(`没有这个角色：${wrong}。可用：${roles.join('、')}`)
    const password = process.env['FUHAN_PASSWORD'] ?? ''
    const problem = passwordProblem(password, options.login)
    if (problem) return complain(`环境变量 FUHAN_PASSWORD：${problem}`)
    const founder = founderOf(bureauId)
    const place = await findPlace(founder, { division: options.division ?? null, unit: options.unit ?? null })
    const memberships = options.role.filter(isRole).map((role) => ({
      role,
      divisionId: role === 'division_head' || role === 'handler' ? place.divisionId : null,
      unitId: role === 'co_handler' ? place.unitId : null,
    }))
    const now = new Date()
    const { login, name, title } = options
    await addUser(
      founder,
      {
        login,
        name,
        title,
        phone: options.phone ?? '',
        passwordHash: await hashPassword(password),
        memberships,
      },
      { now, realNow: now },
    )
    console.log(`已添加 ${name}（${login}）。`)
    return 0
  })

function complain(sentence: string): number {
  console.error(sentence)
  return 2
}
