import { hash, verify } from '@node-rs/argon2'

/** argon2id, about 30 ms on one core (OWASP's second choice of parameters). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let stranger: Promise<string> | undefined

/** Compares; for an unknown account it works just as long and says no. */
export async function isPassword(stored: string | null, password: string): Promise<boolean> {
  stranger ??= hashPassword('nobody has this password')
  const matches = await verify(stored ?? (await stranger), password).catch(() => false)
  return stored !== null && matches
}
