import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { asViewer, type Tx } from '~/db/client.server'
import { documentReading, keptFile } from '~/db/schema/files'
import { meeting } from '~/db/schema/people'
import type { Upload } from '../../files/check-upload.server'
import { keepFile } from '../../files/keep-file.server'
import { canonicalJson } from '../../log/canonical'
import { hasRole, type Viewer } from '../../people/viewer'
import type { Command } from '../../proposal/command'
import { digestOf, firstResult, rememberResult } from '../../proposal/remember-command.server'
import { NotFound, Refused } from '../../refusals'
import { readFieldsOf, type FieldRead, type KnownMeeting } from './read-fields'
import { readText } from './read-text.server'

const notARegistrar = { code: 'NOT_YOURS', message: '登记由登记员办理。', whoCanResolve: '登记员' }

/**
 * Keeps a proposal's document as it came and reads what can be read of it. Nothing is registered yet: a person looks
 * at it first.
 * @throws Refused unless a registrar · Conflict
 */
export async function readDocument(command: Command, upload: Upload): Promise<{ readingId: string }> {
  const { viewer, now } = command
  if (!viewer.userId || !hasRole(viewer, 'registrar')) throw new Refused('register', [notARegistrar])
  const readBy = viewer.userId
  const digest = digestOf({ sha256: upload.sha256, name: upload.name })
  // Before any transaction: a reading takes as long as its process does.
  const read = await readText(upload.kind, upload.bytes)
  return await asViewer(viewer, async (tx) => {
    const first = await firstResult(tx, command, 'read_document', digest)
    if (first) return first.result as { readingId: string }
    const { fileId } = await keepFile(
      tx,
      viewer,
      upload,
      { heldFor: 'incoming_document', proposalId: null },
      now,
    )
    const readingId = randomUUID()
    const source = read.why === null ? read : { text: '', pageStarts: [] }
    const fields = readFieldsOf(source, await knownMeetings(tx))
    await tx.insert(documentReading).values({
      id: readingId, bureauId: viewer.bureauId ?? '', fileId, text: source.text, pageStarts: [...source.pageStarts],
      fields: canonicalJson(fields), whyUnread: read.why, readBy, readAt: now,
    }) // prettier-ignore
    await rememberResult(tx, command, 'read_document', digest, { readingId })
    return { readingId }
  })
}

const knownMeetings = (tx: Tx): Promise<KnownMeeting[]> =>
  tx
    .select({ id: meeting.id, track: meeting.track, term: meeting.term, session: meeting.session })
    .from(meeting)
    .then((rows) => rows.map((row) => ({ ...row, track: row.track as KnownMeeting['track'] })))

export type Reading = Omit<typeof documentReading.$inferSelect, 'fields'> & {
  fields: FieldRead[]
  file: typeof keptFile.$inferSelect
}

/** @throws NotFound when absent or not this viewer's */
export async function readingOf(tx: Tx, readingId: string): Promise<Reading> {
  const [row] = await tx
    .select({ reading: documentReading, file: keptFile })
    .from(documentReading)
    .innerJoin(keptFile, eq(keptFile.id, documentReading.fileId))
    .where(eq(documentReading.id, readingId))
  if (!row) throw new NotFound('reading')
  return { ...row.reading, fields: JSON.parse(row.reading.fields) as FieldRead[], file: row.file }
}

export const readReading = (viewer: Viewer, readingId: string) =>
  asViewer(viewer, (tx) => readingOf(tx, readingId))
