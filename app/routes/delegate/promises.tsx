import { Card } from '~/ui/parts/card'
import { PromiseList, type PromiseItem } from '~/ui/parts/promise-list'

/** The promises of the letter that the bureau has confirmed. */
export function Promises({ promises }: { promises: readonly PromiseItem[] }) {
  if (promises.length === 0) return null
  return (
    <Card id="promises" title="复函中的承诺">
      <PromiseList promises={promises} />
    </Card>
  )
}
