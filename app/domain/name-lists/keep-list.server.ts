import type { Upload } from '../files/check-upload.server'
import type { HeldFor } from '../files/held-for'
import { keepFile } from '../files/keep-file.server'
import { UnreadableList } from '../intake/lists/list-limits'
import type { Duty } from '../people/administrators'
import { keepPeople } from '../people/keep-people.server'
import type { Command } from '../proposal/command'
import { Invalid } from '../refusals'

export type Imported = { added: number; filled: number; same: number; faulty: number }
type Outcome = 'new' | 'filled' | 'same' | 'faulty'

/** Keeps a list as it came, to be looked at and then imported; nothing is imported yet. */
export const keepList = (command: Command, whose: { duty: Duty; heldFor: HeldFor }, upload: Upload) => {
  const input = { heldFor: whose.heldFor, sha256: upload.sha256, name: upload.name }
  return keepPeople(command, { kind: 'list_kept', duty: whose.duty }, input, async (tx) => {
    const held = { heldFor: whose.heldFor, proposalId: null }
    const { fileId, sha256 } = await keepFile(tx, command.viewer, upload, held, command.now)
    return { result: { fileId }, details: { fileId, sha256 } }
  })
}

/** @throws Invalid at the file for what cannot be read as such a list */
export async function asProblemOfList<R>(reading: Promise<R>): Promise<R> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof UnreadableList) throw new Invalid([{ field: 'list', message: error.message }])
    throw error
  }
}

export function countsOf(judged: readonly { outcome: Outcome }[]): Imported {
  const n = (outcome: Outcome) => judged.filter((j) => j.outcome === outcome).length
  return { added: n('new'), filled: n('filled'), same: n('same'), faulty: n('faulty') }
}
