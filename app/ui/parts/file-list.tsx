export type ListedFile = {
  id: string
  href: string
  name: string
  /** Kind and size, as people say it. */
  about: string
  /** SHA-256 of the bytes. */
  sha256: string
}

/** Attached files, each to be saved; the hash shows that nothing was changed. */
export function FileList({ files }: { files: readonly ListedFile[] }) {
  return (
    <ul className="file-list">
      {files.map((file) => (
        <li key={file.id}>
          <a href={file.href} download>
            {file.name}
          </a>
          <span className="sm mute">{file.about}</span>
          <span className="sm mute mono" title={file.sha256}>
            校验值 {file.sha256.slice(0, 16)}
          </span>
        </li>
      ))}
    </ul>
  )
}
