import { migrate, migrationsMissing } from '~/db/migrate.server'
import { withDatabase } from './with-database'

/** `fuhan migrate`: brings the schema up to date and says how many migrations it took. */
export const migrateDatabase = () =>
  withDatabase(async (ownerUrl) => {
    const lacking = await migrationsMissing(ownerUrl)
    await migrate(ownerUrl)
    console.log(lacking === 0 ? '数据库已是最新。' : `已执行 ${lacking} 个迁移。`)
    return 0
  })
