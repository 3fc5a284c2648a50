type Place = { writtenAt: Date; id: string }

const shape = /^(\d{1,15})_([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/

/** Where a page of the inbox begins, as its address says it. */
export const placeWord = ({ writtenAt, id }: Place): string => `${writtenAt.getTime()}_${id}`

/** Anything else begins at the newest. */
export function placeOf(word: string | null): Place | null {
  const [, time, id] = shape.exec(word ?? '') ?? []
  const writtenAt = new Date(Number(time))
  return id && !Number.isNaN(writtenAt.getTime()) && writtenAt.getFullYear() < 9999 ? { writtenAt, id } : null
}
