import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { recordConsents } from './record-consents.server'

export type RelayConsent = { consentedIds: readonly string[]; consentedOn: string; basis: string }

/** 联名人同意由领衔人转告答复. */
export const recordRelayConsent = (command: Command, target: Target, input: RelayConsent) =>
  move(command, 'record_relay_consent', target, input, async (tx, f) => {
    const { consentedIds, ...how } = input
    await recordConsents(tx, command, f, { ...how, delegateIds: consentedIds, purpose: 'relay' })
    const names = f.sponsors.filter((s) => consentedIds.includes(s.id)).map((s) => s.name)
    return { result: null, details: { names: names.join('、'), consentedOn: how.consentedOn } }
  })
