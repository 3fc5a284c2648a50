import writeXlsxFile from 'write-excel-file/node'

/** Every cell is declared text: a leading = + - @ is a character, never a formula. The head is the first row. */
export const textWorkbook = (
  sheet: string,
  rows: readonly (readonly string[])[],
  widths: readonly number[],
) =>
  writeXlsxFile(
    rows.map((row, index) =>
      row.map((value) => ({ value, type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) })),
    ),
    { sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
