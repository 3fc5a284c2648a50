import type { FactGuard, InputGuard } from './guards/answers'
import { afterwardsGuards } from './guards/afterwards'
import { clearanceGuards } from './guards/clearance'
import { clockGuards } from './guards/clock'
import { coHandlingGuards } from './guards/co-handling'
import { intakeGuards } from './guards/intake'
import { mergingGuards } from './guards/merging'
import { objectionGuards } from './guards/objection'
import { readinessGuards } from './guards/readiness'
import { sponsorGuards } from './guards/sponsors'
import { takingOverGuards } from './guards/taking-over'
import { notBuilt } from './not-built'

/** Every guard by its code; the lifecycle tables name them, the page and the command ask them. */
export const guards = {
  ...intakeGuards,
  ...coHandlingGuards,
  ...readinessGuards,
  ...clearanceGuards,
  ...afterwardsGuards,
  ...clockGuards,
  ...objectionGuards,
  ...sponsorGuards,
  ...mergingGuards,
  ...takingOverGuards,
  ...notBuilt,
}

export type GuardName = keyof typeof guards

export const guardOf = (name: GuardName): FactGuard | InputGuard => guards[name]
