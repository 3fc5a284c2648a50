import { randomUUID } from 'node:crypto'
import { asViewer } from '~/db/client.server'
import { appUser, membership } from '~/db/schema/people'
import { appendBureauEvent } from '../log/append-bureau-event.server'
import { Invalid, Refused } from '../refusals'
import { exclusionProblem } from './exclusive-roles'
import { hasRole, type Membership, type Viewer } from './viewer'

export type NewUser = {
  login: string
  name: string
  title: string
  phone: string
  passwordHash: string
  memberships: readonly Membership[]
}

/**
 * Adds an account with its memberships.
 * @throws Refused unless a system administrator · Invalid when an administrator would also hold another role (三员分立)
 */
export async function addUser(
  viewer: Viewer,
  input: NewUser,
  times: { now: Date; realNow: Date },
): Promise<string> {
  const bureauId = viewer.bureauId
  if (!bureauId || !hasRole(viewer, 'system_admin'))
    throw new Refused('add_user', [
      { code: 'NOT_YOURS', message: '账号由系统管理员添加。', whoCanResolve: '系统管理员' },
    ])
  assertExclusive(input.memberships)
  const id = randomUUID()
  const { memberships, ...own } = input
  await asViewer(viewer, async (tx) => {
    await tx.insert(appUser).values({ id, bureauId, ...own })
    await tx
      .insert(membership)
      .values(memberships.map((m) => ({ id: randomUUID(), bureauId, userId: id, ...m })))
    const roles = memberships.map((m) => m.role)
    await appendBureauEvent(
      tx,
      viewer,
      { kind: 'user_added', details: { userId: id, roles } },
      { businessAt: times.now, recordedAt: times.realNow },
    )
  })
  return id
}

function assertExclusive(memberships: readonly Membership[]) {
  if (memberships.length === 0) throw new Invalid([{ field: 'memberships', message: '请至少给一个角色。' }])
  const problem = exclusionProblem(memberships)
  if (problem) throw new Invalid([problem])
}
