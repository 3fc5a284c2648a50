import { Facts } from '~/ui/parts/facts'

/** What stands in the library: the fields that have a value. */
export const AcceptedFields = ({ rows }: { rows: readonly { term: string; value: string }[] }) => (
  <Facts
    facts={rows
      .filter(({ value }) => value !== '')
      .map(({ term, value }) => ({ term, detail: <span className="as-lines">{value}</span> }))}
  />
)
