import { extractText } from './extract-text.server'
import { mostLetters } from './source-text'

/**
 * The whole program of the process that opens a document: bytes on its input, its text as JSON on its output. It holds
 * no database, no key and no setting; whoever breaks it breaks nothing else (read-text.server.ts starts and ends it).
 */
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
const kind = process.argv[2]
if (kind !== 'docx' && kind !== 'doc' && kind !== 'pdf') throw new Error(`cannot read ${kind}`)
const { text, pageStarts } = await extractText(kind, Buffer.concat(chunks))
process.stdout.write(JSON.stringify({ text: text.slice(0, mostLetters), pageStarts }), () => process.exit(0))
