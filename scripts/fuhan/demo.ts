import { migrate } from '~/db/migrate.server'
import { demoAccounts, plantDemo } from '~/open-house.server'
import { withDatabase } from './with-database'

/** `fuhan demo`: plants the demo bureau in an empty installation. */
export const plantDemoCommand = () =>
  withDatabase(async (ownerUrl) => {
    await migrate(ownerUrl)
    if (!(await plantDemo())) {
      console.error('这里已经有单位了，演示局只能建在空的库里。')
      return 1
    }
    for (const line of demoAccounts()) console.log(line)
    return 0
  })
