/**
 * The two clocks. Business time is what days are counted on and is given to commands as `now`; real time is for
 * sessions, cookies, tokens, re-authentication and recorded_at. Only a test may set business time apart.
 */
let offset = 0
let isSet = false

/** Makes business time begin at an instant; the settings refuse this outside tests. */
export function setTestClock(instant: Date | null) {
  isSet = instant !== null
  offset = instant ? instant.getTime() - Date.now() : 0
}

export const realNow = (): Date => new Date()

export const businessNow = (): Date => new Date(Date.now() + offset)

/** Business time while a test clock runs, for the banner on every page; null otherwise. */
export const testClock = (): Date | null => (isSet ? businessNow() : null)
