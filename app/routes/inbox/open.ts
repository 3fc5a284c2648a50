import { redirect } from '@remix-run/node'
import { openNotice } from '~/domain/notices/mark-read.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { idParam } from '~/http/id-param'
import { paths } from '~/http/paths'

/** Reading changes nothing (a mail program may follow links): GET leads to the list. */
export const loader = forUser(async () => redirect(paths.inbox(), 303))

export const action = actionForUser(async (visit) =>
  redirect(await openNotice(visit.viewer, idParam(visit.params, 'noticeId'), visit.now), 303),
)
