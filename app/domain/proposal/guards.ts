import type { FactGuard, InputGuard } from './guards/answers'
import { afterwardsGuards } from './guards/afterwards'
import { clearanceGuards } from './guards/clearance'
import { clockGuards } from './guards/clock'
import { coHandlingGuards } from './guards/co-handling'
import { intakeGuards } from './guards/intake'
import { readinessGuards } from './guards/readiness'
import { notBuilt } from './not-built'

/** Every guard by its code; the lifecycle tables name them, the page and the command ask them. */
export const guards = {
  ...intakeGuards,
  ...coHandlingGuards,
  ...readinessGuards,
  ...clearanceGuards,
  ...afterwardsGuards,
  ...clockGuards,
  ...notBuilt,
}

export type GuardName = keyof typeof guards

export const guardOf = (name: GuardName): FactGuard | InputGuard => guards[name]
