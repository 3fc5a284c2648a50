const drawings = {
  /** late: the hole is the ground the mark stands on */
  late: (
    <>
      <rect x="1" y="1" width="12" height="12" fill="currentColor" stroke="none" />
      <path className="ic-hole" d="M7 3.5v4.2M7 9.6v1.6" strokeWidth="1.8" />
    </>
  ),
  soon: (
    <>
      <path d="M7 1.2 13.3 12.6H.7z" fill="currentColor" stroke="none" />
      <path className="ic-hole" d="M7 5v4M7 10v1.4" strokeWidth="1.5" />
    </>
  ),
  ok: <circle cx="7" cy="7" r="5.2" />,
  done: <path d="M2 7.5 5.5 11 12 3.5" strokeWidth="2" />,
  hold: <path d="M4.5 2.5v9M9.5 2.5v9" strokeWidth="2" />,
  unchecked: (
    <>
      <circle cx="7" cy="7" r="5.5" />
      <path d="M4 7h6" />
    </>
  ),
  lock: (
    <>
      <rect x="2.5" y="6" width="9" height="6.5" />
      <path d="M4.5 6V4a2.5 2.5 0 0 1 5 0v2" />
    </>
  ),
  search: (
    <>
      <circle cx="6" cy="6" r="4.2" />
      <path d="m9.2 9.2 3.6 3.6" />
    </>
  ),
  undo: <path d="M4.8 2.5 2 5.3l2.8 2.8M2.4 5.3h5.4a3.4 3.4 0 0 1 0 6.8H5" />,
  redo: <path d="m9.2 2.5 2.8 2.8-2.8 2.8M11.6 5.3H6.2a3.4 3.4 0 0 0 0 6.8H9" />,
} as const

export type IconName = keyof typeof drawings

/** A mark beside its word: never alone, so always hidden from readers of the page. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      className={`ic ic-${name}`}
      viewBox="0 0 14 14"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      aria-hidden="true"
      focusable="false"
    >
      {drawings[name]}
    </svg>
  )
}
