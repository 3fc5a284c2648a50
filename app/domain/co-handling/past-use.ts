import type { RequestState } from './request-states'

/**
 * Nobody waits for this opinion any more: the round's letter is signed, or the request was waived. What still comes is
 * filed 签发后收到 and changes nothing of the letter.
 */
export const isPastUse = (
  request: { state: RequestState; round: number },
  signedRounds: readonly number[],
): boolean => request.state === 'waived' || signedRounds.includes(request.round)
