export type PromiseItem = { id: string; promise: string; detail: string }

/** The promises of a letter, numbered as in its text. */
export function PromiseList({ promises }: { promises: readonly PromiseItem[] }) {
  return (
    <ol className="proms">
      {promises.map(({ id, promise, detail }) => (
        <li key={id}>
          <b>{promise}</b>
          <span>{detail}</span>
        </li>
      ))}
    </ol>
  )
}
