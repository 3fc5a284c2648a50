import { paths } from '~/http/paths'
import { Tabs } from '~/ui/parts/tabs'

type Counts = {
  asks: number
  requests: string | undefined
  contacts: number | undefined
  letters: number
  commitments: number
  log: number
}

const places = [
  { tab: '', label: '原文与诉求', count: (c: Counts) => c.asks },
  { tab: 'co-handling', label: '会办', count: (c: Counts) => c.requests },
  { tab: 'contacts', label: '沟通', count: (c: Counts) => c.contacts },
  { tab: 'clearance', label: '审签', count: () => undefined },
  { tab: 'letters', label: '复函', count: (c: Counts) => c.letters || undefined },
  { tab: 'receipts', label: '回执', count: () => undefined },
  { tab: 'publication', label: '公开', count: () => undefined },
  { tab: 'commitments', label: '承诺', count: (c: Counts) => c.commitments || undefined },
  { tab: 'log', label: '日志', count: (c: Counts) => c.log || undefined },
]

/** The tabs of one proposal; an act belongs to the tab it starts from. */
export function ProposalTabs({
  number,
  pathname,
  counts,
}: {
  number: string
  pathname: string
  counts: Counts
}) {
  const rest = decodeURIComponent(pathname).split(`/${number}`)[1] ?? ''
  const here = rest.startsWith('/requests') ? 'co-handling' : (rest.split('/')[1] ?? '')
  return (
    <Tabs
      tabs={places.map(({ tab, label, count }) => ({
        href: tab ? paths.tab(number, tab) : paths.proposal(number),
        label,
        count: count(counts),
        here: tab === here,
      }))}
    />
  )
}
