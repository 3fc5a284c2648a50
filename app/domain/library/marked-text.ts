/** A stretch of the page's text that something was read from, or that somebody should look at. */
export type Mark = { from: number; to: number; name: string; isFlaw: boolean }

/** The text in pieces, one after another; a piece knows the marks it stands under. */
export type Piece = { text: string; at: number; names: string[]; begins: string[]; isFlaw: boolean }

/** Marks may overlap, so the text is cut at every end of one. */
export function markedText(text: string, marks: readonly Mark[]): Piece[] {
  const real = marks.filter(({ from, to }) => from >= 0 && to > from && to <= text.length)
  const cuts = new Set([0, text.length, ...real.flatMap(({ from, to }) => [from, to])])
  const places = Array.from(cuts).toSorted((a, b) => a - b)
  return places.slice(0, -1).map((at, index) => {
    const under = real.filter(({ from, to }) => from <= at && at < to)
    return {
      text: text.slice(at, places[index + 1]),
      at,
      names: under.map(({ name }) => name),
      begins: under.filter(({ from }) => from === at).map(({ name }) => name),
      isFlaw: under.some(({ isFlaw }) => isFlaw),
    }
  })
}
