/** What a form carries unseen: the idempotency key, the version it was drawn from. */
export function HiddenFields({ values }: { values: Readonly<Record<string, string | number>> }) {
  return (
    <>
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  )
}
