/** What a list may hold; the largest of a province's assigning bodies has some 2,000 rows (domain.md §9). */
export const listLimits = {
  rows: 20_000,
  columns: 80,
  cell: 50_000,
  xml: 96 * 1024 * 1024,
}

/** The file is no list this house can read; the message says why and what to do. */
export class UnreadableList extends Error {}
