const at = (number: string, rest = '') => `/proposals/${encodeURIComponent(number)}${rest}`

/** Every link of the house. `number` is our own register number. */
export const paths = {
  login: (to?: string) => (to ? `/login?to=${encodeURIComponent(to)}` : '/login'),
  logout: () => '/logout',
  desk: () => '/desk',
  inbox: (query = '') => (query ? `/inbox?${query}` : '/inbox'),
  inboxSettings: () => '/inbox/settings',
  inboxNotice: (noticeId: string) => `/inbox/${noticeId}`,
  batches: () => '/batches',
  batch: (batchId: string, query = '') => `/batches/${batchId}${query ? `?${query}` : ''}`,
  batchReport: (batchId: string) => `/batches/${batchId}/report.xlsx`,
  jobs: () => '/admin/jobs',
  proposals: (query = '') => (query ? `/proposals?${query}` : '/proposals'),
  proposalsExport: (query = '') => (query ? `/proposals/list.xlsx?${query}` : '/proposals/list.xlsx'),
  due: (query = '') => (query ? `/due?${query}` : '/due'),
  queue: () => '/queue',
  supervision: (query = '') => (query ? `/supervision?${query}` : '/supervision'),
  supervisionExport: (query = '') => (query ? `/supervision/list.xlsx?${query}` : '/supervision/list.xlsx'),
  register: () => '/proposals/new',
  proposal: (number: string) => at(number),
  tab: (number: string, tab: string) => at(number, `/${tab}`),
  act: (number: string, act: string) => at(number, `/${act}`),
  urgingSheet: (number: string, urgingId: string) => at(number, `/urging/${urgingId}`),
  settlement: (number: string, requestId: string, settlement: string) =>
    at(number, `/requests/${requestId}/${settlement}`),
  draft: (number: string, act = '') => at(number, act ? `/draft/${act}` : '/draft'),
  issue: (number: string) => at(number, '/issue'),
  receiptLink: (number: string, receiptId: string) => at(number, `/receipts/${receiptId}/link`),
  approvals: () => '/approvals',
  approval: (number: string, act = '') => `/approvals/${encodeURIComponent(number)}${act ? `/${act}` : ''}`,
  file: (fileId: string) => `/files/${fileId}`,
  letterFile: (letterId: string) => `/letters/${letterId}`,
  numberSeries: () => '/number-series',
  calendar: (year?: number) => (year ? `/admin/calendar?year=${year}` : '/admin/calendar'),
  notice: (year: number) => `/admin/calendar/${year}`,
  calendarImport: () => '/admin/calendar/import',
  calendarInForce: () => '/admin/calendar/in-force',
  moves: () => '/deadlines/moves',
  rules: () => '/rules',
  ruleProfile: (id: string, version: number) => `/rules/${encodeURIComponent(id)}/${version}`,
  keepRules: () => '/admin/rules',
  noticeDays: () => '/admin/rules/notice-days',
  keepProfile: (id: string, version: number, act: 'copy' | 'edit' | 'in-force') =>
    `/admin/rules/${encodeURIComponent(id)}/${version}/${act}`,
  asked: (requestId = '', act = '') => ['/asked', requestId, act].filter(Boolean).join('/'),
  incoming: (id = '') => (id ? `/incoming/${id}` : '/incoming'),
  receipt: (token: string) => `/r/${token}`,
  receiptLetter: (token: string) => `/r/${token}/letter`,
}

/** Where sign-in may lead: a path of this house, never another site. */
export const insideOnly = (to: string | null): string =>
  to && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : paths.desk()
