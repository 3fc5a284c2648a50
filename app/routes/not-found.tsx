import { data, type MetaFunction } from '@remix-run/node'
import { forAnyone, actionForAnyone } from '~/http/for-anyone.server'
import { FailurePage } from '~/ui/parts/failure-page'

export const meta: MetaFunction = () => [{ title: '没有找到 · 复函' }]

export const loader = forAnyone(async () => data(null, { status: 404 }))
export const action = actionForAnyone(async () => data(null, { status: 404 }))

export default function NotFound() {
  return <FailurePage status={404} data={null} />
}
