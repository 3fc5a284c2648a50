import { newestHead } from '~/domain/log/log-head.server'
import { bureauIds, verifyLog } from '~/domain/log/verify-log.server'
import { withDatabase } from './with-database'

/** `fuhan verify-log`: follows every chain, compares with the newest head outside the database; status 1 on any fault. */
export const verifyLogCommand = () =>
  withDatabase(async (_ownerUrl, settings) => {
    let faults = 0
    for (const bureauId of await bureauIds()) {
      const head = await newestHead(settings.dataDir, bureauId)
      const found = await verifyLog(bureauId, head)
      console.log(
        `${bureauId}: ${found.events} events, ${found.faults.length} faults, head ${head?.writtenAt ?? 'none'}`,
      )
      for (const fault of found.faults) console.log(`  ${fault.chain} ${fault.sequence}: ${fault.problem}`)
      faults += found.faults.length
    }
    return faults === 0 ? 0 : 1
  })
