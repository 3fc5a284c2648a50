import { fileKindWords, sizeWords, type FileKind } from '~/domain/files/file-kinds'
import { paths } from '~/http/paths'
import type { ListedFile } from '~/ui/parts/file-list'

/** A kept file as lists show it. */
export const listedFile = (file: {
  id: string
  name: string
  kind: FileKind
  size: number
  sha256: string
}): ListedFile => ({
  id: file.id,
  href: paths.file(file.id),
  name: file.name,
  about: `${fileKindWords(file.kind)}，${sizeWords(file.size)}`,
  sha256: file.sha256,
})
