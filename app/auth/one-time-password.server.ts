import { randomBytes, randomInt } from 'node:crypto'
import { hashPassword } from './password.server'

/** Without letters and digits that are mistaken for one another when read out or copied by hand. */
const groups = ['ABCDEFGHJKMNPQRSTUVWXYZ', 'abcdefghjkmnpqrstuvwxyz', '23456789'] as const
const letterOf = (group: string) => group.charAt(randomInt(group.length))

/** For one sign-in: twelve characters of all three kinds in three groups, 60 bits and more. */
export function oneTimePassword(): string {
  const part = () => groups.map(letterOf).join('') + letterOf(groups.join(''))
  return `${part()}-${part()}-${part()}`
}

/** The hash of a password that nobody was told. */
export const unusablePassword = () => hashPassword(randomBytes(24).toString('base64url'))
