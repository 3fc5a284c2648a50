import { expect, inject, it } from 'vitest'
import { startTestHouse } from '../support/house'

it('a role that would walk through the walls is refused at the start, with the reason', async () => {
  const { superuserUrl } = inject('postgres')
  await expect(startTestHouse({ env: { DATABASE_APP_URL: superuserUrl } })).rejects.toThrow(
    /数据库角色不对：.*bypasses row-level security/,
  )
})
