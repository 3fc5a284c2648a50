import type { ReactNode } from 'react'

/** Sticks to the bottom: the narrower button sends back, the wider one at the right hand goes on. */
export function ActionBar({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="actbar" aria-label={label}>
      <div className="actbar-in">{children}</div>
    </section>
  )
}
