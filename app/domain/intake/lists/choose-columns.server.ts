import { eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { keptMapping, listImport } from '~/db/schema/intake'
import { hasRole } from '../../people/viewer'
import type { Command } from '../../proposal/command'
import { Conflict, Refused } from '../../refusals'
import type { ListSettings } from './list-settings'
import { importOf } from './read-import.server'
import { notARegistrar } from './upload-list.server'

/**
 * Says which column is what; the bureau remembers it for the next list with these heads. Said twice it is the same.
 * @throws Refused unless a registrar · NotFound · Conflict once the list is being registered
 */
export async function chooseColumns(
  command: Command,
  importId: string,
  settings: ListSettings,
): Promise<void> {
  const { bureauId } = command.viewer
  if (!bureauId || !hasRole(command.viewer, 'registrar')) throw new Refused('import_list', [notARegistrar])
  await asViewer(command.viewer, async (tx) => {
    const list = await importOf(tx, importId, true)
    if (list.batchId) throw new Conflict('这份清单已经开始登记，列不能再改。', [])
    const body = JSON.stringify(settings)
    await tx.update(listImport).set({ settings: body }).where(eq(listImport.id, importId))
    const kept = { settings: body, keptAt: command.now }
    await tx
      .insert(keptMapping)
      .values({ bureauId, signature: list.signature, ...kept })
      .onConflictDoUpdate({ target: [keptMapping.bureauId, keptMapping.signature], set: kept })
  })
}
