import type { Upload } from '../files/check-upload.server'
import { keepFile } from '../files/keep-file.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'

/** Keeps the scan of the letter another system had issued. @throws Refused for an item that was not answered there */
export const attachScan = (command: Command, target: Target, scan: Upload) =>
  move(command, 'attach_taken_over_scan', target, { scan: scan.sha256 }, async (tx, f) => {
    const held = { heldFor: 'taken_over_scan' as const, proposalId: f.proposal.id }
    const { fileId, sha256 } = await keepFile(tx, command.viewer, scan, held, command.now)
    return { result: { fileId }, details: { fileId, name: scan.name, hash: sha256 } }
  })
