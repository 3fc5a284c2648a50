import { bureauNamed } from '~/domain/between-bureaus/bureau-named.server'
import { joinBureaus } from '~/domain/between-bureaus/join-bureaus.server'
import { withDatabase } from './with-database'

/** `fuhan join-bureaus`: whoever runs the installation says that two of its bureaus are each other's units. */
export const joinBureausCommand = ({ first, second }: { first: string; second: string }) =>
  withDatabase(async () => {
    const ids = []
    for (const name of [first, second]) {
      const id = await bureauNamed(name)
      if (!id) {
        console.error(`没有这个单位：${name}`)
        return 2
      }
      ids.push(id)
    }
    const now = new Date()
    await joinBureaus(ids[0] ?? '', ids[1] ?? '', { now, realNow: now })
    console.log(`${first}与${second}之间的会办件从现在起在平台上送收。`)
    return 0
  })
