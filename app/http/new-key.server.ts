import { randomUUID } from 'node:crypto'

/** An idempotency key for a form about to be shown. */
export const newKey = () => randomUUID()
