import type { LibraryState } from '~/domain/library/states'

export function countsOf(
  counted: readonly { state: LibraryState; n: number }[],
): Record<LibraryState, number> {
  const of = (state: LibraryState) => counted.find((one) => one.state === state)?.n ?? 0
  return { quarantine: of('quarantine'), accepted: of('accepted'), refused: of('refused') }
}
