import { randomUUID } from 'node:crypto'
import { asViewer } from '~/db/client.server'
import { insertMany } from '~/db/insert-many.server'
import { listImport, listRow } from '~/db/schema/intake'
import type { Upload } from '../../files/check-upload.server'
import { keepFile } from '../../files/keep-file.server'
import { hasRole } from '../../people/viewer'
import type { Command } from '../../proposal/command'
import { digestOf, firstResult, rememberResult } from '../../proposal/remember-command.server'
import { Invalid, Refused } from '../../refusals'
import { UnreadableList } from './list-limits'
import { readList } from './read-list.server'
import { headSignature } from './suggest-mapping'

export const notARegistrar = { code: 'NOT_YOURS', message: '导入清单由登记员办理。', whoCanResolve: '登记员' }

const rowsPerStatement = 2000

/**
 * Keeps a list as it was handed in, with its rows as printed; nothing of it is registered yet.
 * @throws Refused unless a registrar · Invalid where the file is no list that can be read · Conflict
 */
export async function uploadList(command: Command, file: Upload): Promise<{ importId: string }> {
  const { bureauId, userId } = command.viewer
  if (!bureauId || !userId || !hasRole(command.viewer, 'registrar')) throw new Refused('import_list', [notARegistrar]) // prettier-ignore
  const digest = digestOf({ name: file.name, hash: file.sha256 })
  const { heads, rows } = await readList(file.bytes).catch((error: unknown) => {
    if (error instanceof UnreadableList) throw new Invalid([{ field: 'file', message: error.message }])
    throw error
  })
  return await asViewer(command.viewer, async (tx) => {
    const first = await firstResult(tx, command, 'import_list', digest)
    if (first) return first.result as { importId: string }
    const importId = randomUUID()
    const { fileId } = await keepFile(
      tx,
      command.viewer,
      file,
      { heldFor: 'list', proposalId: null },
      command.now,
    )
    await tx.insert(listImport).values({
      id: importId, bureauId, fileName: file.name.slice(0, 200), fileId, heads: JSON.stringify(heads),
      signature: headSignature(heads), rowCount: rows.length, uploadedBy: userId, uploadedAt: command.now,
    }) // prettier-ignore
    for (let at = 0; at < rows.length; at += rowsPerStatement)
      await insertMany(
        tx,
        listRow,
        rows
          .slice(at, at + rowsPerStatement)
          .map(({ position, cells }) => ({ importId, position, bureauId, cells: JSON.stringify(cells) })),
      )
    await rememberResult(tx, command, 'import_list', digest, { importId })
    return { importId }
  })
}
