import { randomUUID } from 'node:crypto'
import { archivePackage } from '~/db/schema/proposal'
import { sha256 } from '../log/hashes.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Refused } from '../refusals'
import { makeArchivePackage, packageProblem } from './archive-package.server'

/** 归档: makes the package, opens it again and checks every hash before the proposal moves. @throws Refused */
export const archiveProposal = (command: Command, target: Target, input: { retentionYears: number }) =>
  move(command, 'archive', target, input, async (tx, f) => {
    const bytes = await makeArchivePackage(tx, f.proposal)
    const problem = packageProblem(bytes)
    if (problem)
      throw new Refused('archive', [
        { code: 'BUNDLE_VERIFIED', message: `归档包校验没有通过：${problem}。`, whoCanResolve: '系统管理员' },
      ])
    const hash = sha256(bytes)
    await tx.insert(archivePackage).values({
      id: randomUUID(), proposalId: f.proposal.id, bureauId: f.proposal.bureauId, version: 1,
      bytes: Buffer.from(bytes), sha256: hash, madeAt: command.now,
    }) // prettier-ignore
    return {
      result: { sha256: hash },
      changes: { retentionYears: input.retentionYears },
      details: { retentionYears: input.retentionYears, packageHash: hash },
    }
  })
