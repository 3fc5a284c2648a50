import { NotFound } from '~/domain/refusals'

const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i

/** An id in a URL. @throws NotFound for what is no id: the database would call it an error */
export function idParam(params: Readonly<Record<string, string | undefined>>, name: string): string {
  const id = params[name] ?? ''
  if (!uuid.test(id)) throw new NotFound(name)
  return id
}
