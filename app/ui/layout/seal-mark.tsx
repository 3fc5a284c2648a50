/** The system's own mark; no bureau's seal is ever drawn. */
export function SealMark() {
  return (
    <span className="sealmark" aria-hidden="true">
      复<br />函
    </span>
  )
}
