import { index, prefix, route, type RouteConfig } from '@remix-run/route-config'

/** Every URL of the house. An act is a thing: GET shows its form, POST does it. */
export default [
  index('routes/home.ts'),
  route('login', 'routes/sign-in/login.tsx'),
  route('logout', 'routes/sign-in/logout.ts'),
  route('password', 'routes/sign-in/password.tsx'),

  route('desk', 'routes/desk/desk.tsx'),
  route('queue', 'routes/queue/queue.tsx'),
  route('due', 'routes/due/due.tsx'),
  route('supervision', 'routes/supervision/supervision.tsx'),
  route('supervision/list.xlsx', 'routes/supervision/supervision-export.ts'),

  route('inbox', 'routes/inbox/inbox.tsx'),
  route('inbox/settings', 'routes/inbox/settings.tsx'),
  route('inbox/:noticeId', 'routes/inbox/open.ts'),

  ...prefix('proposals', [
    index('routes/proposals/list.tsx'),
    route('new', 'routes/proposals/register.tsx'),
    route('list.xlsx', 'routes/proposals/list-export.ts'),

    // The one page of a proposal: header, stepper, stamps and clocks around a tab or an act.
    route(':number', 'routes/proposals/proposal/frame.tsx', [
      index('routes/proposals/proposal/original.tsx'),
      route('co-handling', 'routes/proposals/proposal/co-handling.tsx'),
      route('contacts', 'routes/proposals/proposal/contacts.tsx'),
      route('clearance', 'routes/proposals/proposal/clearance.tsx'),
      route('letters', 'routes/proposals/proposal/letters.tsx'),
      route('receipts', 'routes/proposals/proposal/receipts.tsx'),
      route('publication', 'routes/proposals/proposal/publication.tsx'),
      route('commitments', 'routes/proposals/proposal/commitments.tsx'),
      route('log', 'routes/proposals/proposal/log.tsx'),
      route('objection', 'routes/proposals/proposal/objection.tsx'),
      route('sponsors', 'routes/proposals/proposal/sponsors.tsx'),

      route('triage', 'routes/proposals/acts/triage.tsx'),
      route('voiding', 'routes/proposals/acts/voiding.tsx'),
      route('similar', 'routes/proposals/acts/similar.tsx'),
      route('objection/new', 'routes/proposals/acts/objection.tsx'),
      route('objection/:settlement', 'routes/proposals/acts/objection-settlement.tsx'),
      route('retraction', 'routes/proposals/acts/retraction.tsx'),
      route('additional-units/new', 'routes/proposals/acts/additional-unit.tsx'),
      route('additional-units/:additionalUnitId', 'routes/proposals/acts/additional-unit-answer.tsx'),
      route('merging', 'routes/proposals/acts/merging.tsx'),
      route('leaving', 'routes/proposals/acts/leaving.tsx'),
      route('sponsors/record', 'routes/proposals/acts/sponsor-record.tsx'),
      route('sponsors/relay', 'routes/proposals/acts/relay-consent.tsx'),
      route('roles', 'routes/proposals/acts/roles.tsx'),
      route('asks', 'routes/proposals/acts/asks.tsx'),
      route('allocation', 'routes/proposals/acts/allocation.tsx'),
      route('acceptance', 'routes/proposals/acts/acceptance.tsx'),
      route('division-return', 'routes/proposals/acts/division-return.tsx'),
      route('forced-assignment', 'routes/proposals/acts/forced-assignment.tsx'),
      route('reassignment', 'routes/proposals/acts/reassignment.tsx'),
      route('other-division', 'routes/proposals/acts/other-division.tsx'),
      route('key-item', 'routes/proposals/acts/key-item.tsx'),
      route('extension', 'routes/proposals/acts/extension.tsx'),
      route('extension-removal', 'routes/proposals/acts/extension-removal.tsx'),
      route('pause', 'routes/proposals/acts/pause.tsx'),
      route('resume', 'routes/proposals/acts/resume.tsx'),
      route('fact-correction', 'routes/proposals/acts/fact-correction.tsx'),
      route('watching', 'routes/proposals/acts/watching.tsx'),
      route('urging', 'routes/proposals/acts/urging.tsx'),
      route('contacts/new', 'routes/proposals/acts/contact.tsx'),
      route('contacts/:contactId/correction', 'routes/proposals/acts/contact-correction.tsx'),
      route('requests/new', 'routes/proposals/acts/request.tsx'),
      route('requests/:requestId/coordination', 'routes/proposals/acts/coordination.tsx'),
      route('requests/:requestId/resending', 'routes/proposals/acts/resending.tsx'),
      route('requests/:requestId/paper', 'routes/proposals/acts/paper-opinion.tsx'),
      route('requests/:requestId/:settlement', 'routes/proposals/acts/settlement.tsx'),
      route('requests/:requestId/opinion', 'routes/proposals/acts/division-opinion.tsx'),
      route('publication/proposal', 'routes/proposals/acts/publication-proposal.tsx'),
      route('publication/review', 'routes/proposals/acts/publication-review.tsx'),
      route('commitments/new', 'routes/proposals/acts/commitment.tsx'),
      route('commitments/confirmation', 'routes/proposals/acts/commitment-confirmation.tsx'),
      route('redoing', 'routes/proposals/acts/redoing.tsx'),
      route('closing', 'routes/proposals/acts/closing.tsx'),
      route('archiving', 'routes/proposals/acts/archiving.tsx'),
    ]),

    // Pages that want the whole width.
    route(':number/draft', 'routes/proposals/draft/draft.tsx'),
    route(':number/draft/start', 'routes/proposals/draft/start.tsx'),
    route(':number/draft/submission', 'routes/proposals/draft/submission.tsx'),
    route(':number/draft/withdrawal', 'routes/proposals/draft/withdrawal.tsx'),
    route(':number/draft/abandonment', 'routes/proposals/draft/abandonment.tsx'),
    route(':number/requests/:requestId/link', 'routes/proposals/asking/opinion-link.tsx'),
    route(':number/issue', 'routes/proposals/issue/issue.tsx'),
    route(':number/transfer-sheet', 'routes/proposals/transfer-sheet.ts'),
    route(':number/urging/:urgingId', 'routes/proposals/urging-sheet.ts'),
    route(':number/receipts/:receiptId/link', 'routes/proposals/issue/receipt-link.tsx'),
  ]),

  ...prefix('approvals', [
    index('routes/approvals/list.tsx'),
    route(':number', 'routes/approvals/approval.tsx'),
    route(':number/approval', 'routes/approvals/approve.tsx'),
    route(':number/return', 'routes/approvals/return.tsx'),
    route(':number/signature', 'routes/approvals/sign.tsx'),
    route(':number/recall', 'routes/approvals/recall.tsx'),
    route(':number/preview.docx', 'routes/approvals/preview.ts'),
  ]),

  route('files/:fileId', 'routes/files/file.ts'),
  route('letters/:letterId', 'routes/letters/file.ts'),
  route('number-series', 'routes/proposals/issue/number-series.tsx'),

  route('deadlines/moves', 'routes/deadlines/moves.tsx'),

  ...prefix('admin/calendar', [
    index('routes/admin/calendar.tsx'),
    route('import', 'routes/admin/calendar-import.tsx'),
    route('in-force', 'routes/admin/calendar-in-force.tsx'),
    route(':year', 'routes/admin/notice.tsx'),
  ]),

  ...prefix('rules', [index('routes/rules/list.tsx'), route(':id/:version', 'routes/rules/profile.tsx')]),
  ...prefix('admin/rules', [
    index('routes/admin/rules/list.tsx'),
    route('notice-days', 'routes/admin/rules/notice-days.tsx'),
    route(':id/:version/copy', 'routes/admin/rules/copy.tsx'),
    route(':id/:version/edit', 'routes/admin/rules/edit.tsx'),
    route(':id/:version/in-force', 'routes/admin/rules/in-force.tsx'),
  ]),

  ...prefix('admin/people', [
    index('routes/admin/people/accounts.tsx'),
    route('new', 'routes/admin/people/open-account.tsx'),
    route('divisions', 'routes/admin/people/divisions.tsx'),
    route('divisions/:divisionId', 'routes/admin/people/division.tsx'),
    route('units', 'routes/admin/people/units.tsx'),
    route('units/:unitId', 'routes/admin/people/unit.tsx'),
    route(':userId', 'routes/admin/people/account.tsx'),
    route(':userId/edit', 'routes/admin/people/edit.tsx'),
    route(':userId/roles', 'routes/admin/people/roles.tsx'),
    route(':userId/password', 'routes/admin/people/password.tsx'),
    route(':userId/standing', 'routes/admin/people/standing.tsx'),
  ]),
  ...prefix('delegates', [
    index('routes/delegates/list.tsx'),
    route('new', 'routes/delegates/new.tsx'),
    route('next-term', 'routes/delegates/next-term.tsx'),
    route(':delegateId', 'routes/delegates/delegate.tsx'),
    route(':delegateId/edit', 'routes/delegates/edit.tsx'),
  ]),
  ...prefix('people', [
    index('routes/people/workload.tsx'),
    route(':userId/handover', 'routes/people/handover.tsx'),
  ]),

  ...prefix('asked', [
    index('routes/cohandler/asked-list.tsx'),
    route(':requestId', 'routes/cohandler/asked.tsx'),
    route(':requestId/acknowledgement', 'routes/cohandler/acknowledge.tsx'),
    route(':requestId/refusal', 'routes/cohandler/decline.tsx'),
  ]),

  ...prefix('incoming', [
    index('routes/incoming/list.tsx'),
    route(':incomingId', 'routes/incoming/one.tsx'),
  ]),

  ...prefix('batches', [
    index('routes/batches/list.tsx'),
    route(':batchId', 'routes/batches/batch.tsx'),
    route(':batchId/report.xlsx', 'routes/batches/report.ts'),
  ]),

  route('admin/jobs', 'routes/admin/jobs.tsx'),

  route('o/:token', 'routes/cohandler/by-link.tsx'),
  route('r/:token', 'routes/delegate/receipt.tsx'),
  route('r/:token/letter', 'routes/delegate/letter.ts'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
