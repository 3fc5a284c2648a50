const maxBytes = 400_000

/** The text of an uploaded file: UTF-8, else GB 18030 as spreadsheets in China save it. Null for what is no text, or too much. */
export async function textOfFile(file: File): Promise<string | null> {
  if (file.size > maxBytes) return null
  const bytes = await file.arrayBuffer()
  if (new Uint8Array(bytes).includes(0)) return null
  for (const encoding of ['utf-8', 'gb18030'])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // the next encoding
    }
  return null
}
