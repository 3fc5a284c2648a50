/** What no file name may hold on the systems of an office, and controls. */
const unsafe = /[\p{Cc}\p{Cs}"*/:<>?\\|]/gu

/** Percent-encoded as RFC 8187 wants it: encodeURIComponent leaves four characters RFC 5987 forbids. */
const encoded = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/** Content-Disposition of a download: the name in UTF-8, with an ASCII one for old programs (RFC 6266). */
export function attachmentName(name: string): string {
  const clean = name.replaceAll(unsafe, '_')
  const plain = clean.replaceAll(/[^ -~]/gu, '_').replaceAll('%', '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded(clean)}`
}

/** A file to be saved, never shown in the page's own origin. */
export const attachment = (bytes: Uint8Array<ArrayBuffer>, name: string, type: string) =>
  new Response(bytes, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': attachmentName(name),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, no-store',
    },
  })

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
