import { createHash, randomBytes } from 'node:crypto'

/** A fresh random token: 192 bits, for a cookie or a link. */
export const newToken = () => randomBytes(24).toString('base64url')

/** Only this is stored. */
export const tokenHash = (token: string) => createHash('sha256').update(token).digest('hex')
