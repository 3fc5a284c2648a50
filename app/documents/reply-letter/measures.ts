/**
 * The page in twips (1 mm = 56.693, 1 pt = 20), after GB/T 9704-2012 5.1–5.2: A4, 天头 37 mm, 订口 28 mm, a text
 * block of 156 × 225 mm with 22 lines of 28 characters.
 */
export const twipsOfMm = (mm: number) => Math.round(mm * 56.6929)
export const twipsOfPoints = (points: number) => Math.round(points * 20)
export const mmOfPoints = (points: number) => (points * 25.4) / 72
export const emuOfMm = (mm: number) => Math.round(mm * 36_000)

export const page = { width: 11_906, height: 16_838 }
export const margin = { top: 2098, right: 1475, bottom: 1984, left: 1587, header: 1701, footer: 1372 }
export const blockWidth = page.width - margin.left - margin.right

/** 579 and not 580: 22 × 580 is more than the block's 12,756. */
export const linePitch = 579

/** 3号 is 16 pt, 28 of them 448 pt; run spacing of −0.25 pt lets 28 stand in the block's 442.2. */
export const characterSpacing = -5
export const characterPitch = 320 + characterSpacing
/** A character of 4号, the measure of 版记 and the page number. */
export const smallCharacter = 280

const wide = /[^\u0020-\u00FF]/u

/** How wide a line is in characters: Chinese a whole one, the Latin letters and digits of Times half of one. */
export const widthInCharacters = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 1 : 0.5), 0)

/** The width of a line of 3号 in twips. */
export const textWidth = (text: string) =>
  Array.from(text).reduce((sum, character) => sum + (wide.test(character) ? 320 : 160) + characterSpacing, 0)
