import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { startReply } from '~/domain/drafting/start-reply.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { targetOf } from '../acts/act.server'

export const loader = forUser(async (visit) => redirect(paths.draft(visit.params['number'] ?? '')))

export const action = actionForUser(async (visit) => {
  const { command } = await readWrite(visit, z.object(hiddenFields))
  await startReply(command, await targetOf(visit, undefined))
  return redirect(paths.draft(visit.params['number'] ?? ''), 303)
})
