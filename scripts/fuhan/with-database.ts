import { closeDatabase, openDatabase } from '~/db/client.server'
import { runningEmbeddedUrl, startEmbeddedPostgres } from '~/db/embedded-postgres.server'
import { HouseInUse } from '~/db/embedded/house-lock.server'
import { readSettings, type Settings } from '~/env.server'

/** Runs a command on the database the settings name: external, embedded, or the embedded one a running house holds. */
export async function withDatabase(
  work: (ownerUrl: string, settings: Settings) => Promise<number>,
): Promise<number> {
  try {
    const settings = readSettings(process.env)
    const { url, stop } = await databaseOf(settings)
    openDatabase(settings.databaseAppUrl ?? url, settings.databaseAppUrl ? { role: null } : {})
    try {
      return await work(url, settings)
    } finally {
      await closeDatabase()
      await stop()
    }
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    return 1
  }
}

async function databaseOf(settings: Settings): Promise<{ url: string; stop: () => Promise<void> }> {
  const nothing = async () => {}
  if (settings.databaseUrl) return { url: settings.databaseUrl, stop: nothing }
  try {
    return await startEmbeddedPostgres({ dataDir: settings.dataDir, log: (line) => console.error(line) })
  } catch (error) {
    if (error instanceof HouseInUse) return { url: runningEmbeddedUrl(settings.dataDir), stop: nothing }
    throw error
  }
}
