import { randomBytes, randomUUID } from 'node:crypto'

/** An idempotency key for a form about to be shown. */
export const newKey = () => randomUUID()

/** A link's token: 192 random bits. */
export const newToken = () => randomBytes(24).toString('base64url')
