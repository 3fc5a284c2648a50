/** What may be kept, by what is in it and not by what its name says. */
export const fileKinds = [
  'docx', 'doc', 'wps', 'ofd', 'pdf', 'xlsx', 'csv', 'txt', 'html', 'jpg', 'png',
] as const // prettier-ignore
export type FileKind = (typeof fileKinds)[number]

type Known = {
  words: string
  /** Endings a file of this kind may have; the first is the usual one. */
  endings: readonly string[]
  type: string
}

const office = 'application/vnd.openxmlformats-officedocument'

const known: Record<FileKind, Known> = {
  docx: { words: 'Word 文档', endings: ['docx'], type: `${office}.wordprocessingml.document` },
  doc: { words: '旧版 Word 文档', endings: ['doc'], type: 'application/msword' },
  wps: { words: 'WPS 文档', endings: ['wps'], type: 'application/vnd.ms-works' },
  ofd: { words: 'OFD 版式文件', endings: ['ofd'], type: 'application/ofd' },
  pdf: { words: 'PDF', endings: ['pdf'], type: 'application/pdf' },
  xlsx: { words: 'Excel 表格', endings: ['xlsx'], type: `${office}.spreadsheetml.sheet` },
  csv: { words: 'CSV 表格', endings: ['csv'], type: 'text/csv' },
  txt: { words: '文本', endings: ['txt'], type: 'text/plain' },
  html: { words: '网页', endings: ['html', 'htm'], type: 'text/html' },
  jpg: { words: 'JPG 图片', endings: ['jpg', 'jpeg'], type: 'image/jpeg' },
  png: { words: 'PNG 图片', endings: ['png'], type: 'image/png' },
}

export const fileKindWords = (kind: FileKind) => known[kind].words

export const mediaTypeOf = (kind: FileKind) => known[kind].type

/** The `accept` of a file field: .docx,.doc … */
export const acceptOf = (kinds: readonly FileKind[]) =>
  kinds.flatMap((kind) => known[kind].endings.map((ending) => `.${ending}`)).join(',')

/** .docx、.doc、.pdf: as a sentence names them. */
export const endingsOf = (kinds: readonly FileKind[]) =>
  kinds.map((kind) => `.${known[kind].endings[0]}`).join('、')

export const fitsEnding = (kind: FileKind, ending: string) => known[kind].endings.includes(ending)

/** What a photograph or scan of a paper may be. */
export const scanKinds = ['pdf', 'jpg', 'png'] as const satisfies readonly FileKind[]

export const megabyte = 1024 * 1024

/** What one file may weigh where nothing else is said, and what a form may weigh in all. */
export const usualMost = 20 * megabyte
export const mostOfForm = 40 * megabyte

export const sizeWords = (bytes: number) =>
  bytes < 1024
    ? `${bytes} 字节`
    : bytes < megabyte
      ? `${Math.ceil(bytes / 1024)} KB`
      : `${(bytes / megabyte).toFixed(1)} MB`
