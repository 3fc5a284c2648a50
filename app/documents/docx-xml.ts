import type { IContext, XmlComponent } from 'docx'

type Written = ReturnType<XmlComponent['prepForXml']>

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

export const escapeXml = (text: string) =>
  text.replaceAll(/[&<>"]/g, (character) => escapes.get(character) ?? character)

const attributesOf = (attributes: Record<string, unknown>) =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** An element as docx hands it over: `{ name: [{ _attr }, child, 'text'] }`, or `{ name: { _attr } }`. */
function elementXml(name: string, content: unknown): string {
  const children: unknown[] = Array.isArray(content) ? content : [content]
  let attributes = ''
  let inner = ''
  for (const child of children) {
    if (typeof child === 'string' || typeof child === 'number') inner += escapeXml(String(child))
    else if (!isRecord(child)) continue
    else if (isRecord(child['_attr'])) attributes += attributesOf(child['_attr'])
    else for (const [key, value] of Object.entries(child)) inner += elementXml(key, value)
  }
  return inner === '' ? `<${name}${attributes}/>` : `<${name}${attributes}>${inner}</${name}>`
}

const xmlOf = (written: Written) =>
  Object.entries(written ?? {})
    .map(([name, content]) => elementXml(name, content))
    .join('')

/**
 * Paragraphs of docx as XML. docx's own Packer writes and compresses every part of the file for each document; a
 * letter's own words are two of them, and the rest never changes.
 */
export const componentsXml = (components: readonly XmlComponent[], context: Omit<IContext, 'stack'>) =>
  components.map((component) => xmlOf(component.prepForXml({ ...context, stack: [] }))).join('')
