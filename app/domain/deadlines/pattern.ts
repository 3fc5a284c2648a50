const placeholder = /\{([^{}]*)\}/g

/** The names a pattern asks for, in order: “{code}〔{year}〕{seq}号” → code, year, seq. */
export const placeholdersIn = (pattern: string): string[] =>
  [...pattern.matchAll(placeholder)].map((match) => match[1] ?? '')

/**
 * Fills the {name} placeholders of a local wording. Values are put in as they are, never read as patterns.
 * @throws RangeError for a placeholder nobody gave a value for, or a brace without its other half
 */
export function fill(pattern: string, values: Readonly<Record<string, string | number>>): string {
  if (/[{}]/.test(pattern.replaceAll(placeholder, '')))
    throw new RangeError(`stray brace in ${JSON.stringify(pattern)}`)
  return pattern.replaceAll(placeholder, (_, name: string) => {
    if (!Object.hasOwn(values, name))
      throw new RangeError(`unknown placeholder {${name}} in ${JSON.stringify(pattern)}`)
    return String(values[name])
  })
}
