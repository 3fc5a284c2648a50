/** Characters a line: 28 of 3号 (GB/T 9704-2012 5.2.3). */
export const lineLength = 28

const mayNotStart = new Set('，。、；：？！）》〉」』】〕”’…·%％,.;:?!)]}')
const mayNotEnd = new Set('（《〈「『【〔“‘([{')

type Piece = { text: string; width: number }

/** Runs of Latin letters and digits stay whole and take half a square a character. */
function piecesOf(text: string): Piece[] {
  const pieces = text.match(/[!-~]+|[^!-~]/gu) ?? []
  return pieces.map((piece) => ({ text: piece, width: /^[ -~]/.test(piece) ? piece.length / 2 : 1 }))
}

const first = (piece: Piece | undefined) => piece?.text.at(0) ?? ''
const last = (piece: Piece | undefined) => piece?.text.at(-1) ?? ''

/** Moves a break to the left until no closing mark starts the next line and no opening one ends this. */
function settled(pieces: readonly Piece[], from: number, at: number): number {
  for (let end = at; end > from + 1 && at - end < 4; end--) {
    if (!mayNotStart.has(first(pieces[end])) && !mayNotEnd.has(last(pieces[end - 1]))) return end
  }
  return at
}

function endOfLine(pieces: readonly Piece[], from: number, room: number): number {
  let used = 0
  for (let at = from; at < pieces.length; at++) {
    used += pieces[at]?.width ?? 0
    if (used > room && at > from) return settled(pieces, from, at)
  }
  return pieces.length
}

/** The lines of a paragraph as the paper breaks them, near enough to turn pages by. `indent` is that of the first line. */
export function linesOfParagraph(text: string, indent: number): string[] {
  const pieces = piecesOf(text)
  const lines: string[] = []
  for (let from = 0; from < pieces.length;) {
    const end = endOfLine(pieces, from, lineLength - (lines.length === 0 ? indent : 0))
    lines.push(
      pieces
        .slice(from, end)
        .map((piece) => piece.text)
        .join(''),
    )
    from = end
  }
  return lines
}
