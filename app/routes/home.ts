import { redirect } from '@remix-run/node'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { isUnitOnly } from './cohandler/unit-only'

/** Everybody starts where something waits for him. */
export const loader = forUser(async ({ viewer }) =>
  redirect(isUnitOnly(viewer) ? paths.asked() : paths.desk()),
)
