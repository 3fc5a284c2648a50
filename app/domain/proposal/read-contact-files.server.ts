import { asc, eq } from 'drizzle-orm'
import { asViewer } from '~/db/client.server'
import { contactFile } from '~/db/schema/contacts'
import { keptFile } from '~/db/schema/files'
import type { Viewer } from '../people/viewer'

/** The files beside the contacts of a proposal, oldest first; none for who may not see them. */
export const readContactFiles = (viewer: Viewer, proposalId: string) =>
  asViewer(viewer, (tx) =>
    tx
      .select({
        contactId: contactFile.contactId, id: keptFile.id, name: keptFile.name, kind: keptFile.kind,
        size: keptFile.size, sha256: keptFile.sha256,
      })
      .from(contactFile)
      .innerJoin(keptFile, eq(keptFile.id, contactFile.fileId))
      .where(eq(contactFile.proposalId, proposalId))
      .orderBy(asc(keptFile.keptAt), asc(keptFile.id)),
  ) // prettier-ignore
