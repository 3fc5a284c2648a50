import { readFilter } from '~/domain/proposal/proposal-filter'
import { forUser } from '~/http/for-user.server'
import { listWorkbook } from './list-workbook.server'

export const loader = forUser((visit) =>
  listWorkbook(visit, readFilter(new URL(visit.request.url).searchParams), { title: '建议提案清单' }),
)
