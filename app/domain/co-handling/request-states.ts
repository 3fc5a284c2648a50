export const requestStates = [
  'draft', 'sent', 'acknowledged', 'answered', 'accepted',
  'declined', 'returned', 'disputed', 'resolved', 'cancelled', 'waived', 'filed',
] as const // prettier-ignore
export type RequestState = (typeof requestStates)[number]

/** Nothing more is expected from the unit, nor from us. */
export const settledRequestStates: readonly RequestState[] = [
  'accepted', 'resolved', 'cancelled', 'waived', 'filed',
] // prettier-ignore

export const isSettledRequest = (state: RequestState) => settledRequestStates.includes(state)

/** The unit still owes an answer. */
export const awaitsUnit = (state: RequestState) =>
  state === 'sent' || state === 'acknowledged' || state === 'returned'
