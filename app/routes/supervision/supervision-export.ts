import { readFilter } from '~/domain/proposal/proposal-filter'
import { forUser } from '~/http/for-user.server'
import { chaseColumns } from '../proposals/list-sheet'
import { listWorkbook } from '../proposals/list-workbook.server'
import { supervisors } from './supervisors'

export const loader = forUser(
  (visit) =>
    listWorkbook(visit, readFilter(new URL(visit.request.url).searchParams), {
      title: '督办清单',
      more: chaseColumns,
    }),
  supervisors,
)
