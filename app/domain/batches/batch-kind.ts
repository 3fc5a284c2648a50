import type { Role } from '../people/kinds'
import type { Command } from '../proposal/command'
import type { ItemState } from './states'

/** One item as a kind of batch sees it; `input` is JSON as it was given to startBatch. */
export type WorkedItem = { position: number; label: string; subjectId: string | null; input: unknown }

export type ItemResult = {
  state: Exclude<ItemState, 'waiting'>
  message: string
  /** The proposal the result links to, where it is not the item's own subject already. */
  subjectId?: string | undefined
}

/**
 * What a batch does with an item. `one` calls an ordinary command: its key is made of batch and position, so an item
 * worked twice is done once, and its refusals become the item's result. `many` takes up to `atOnce` items in a command
 * that does them set-wise, remembered under the key of the first.
 */
export type BatchKind = {
  /** 批量登记 */
  words: string
  /** Who may start it; who holds none of them any more stops it. */
  roles: readonly Role[]
} & (
  | { one: (command: Command, item: WorkedItem) => Promise<ItemResult> }
  | { atOnce: number; many: (command: Command, items: readonly WorkedItem[]) => Promise<ItemResult[]> }
)
