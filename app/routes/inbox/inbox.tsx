import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { noticeKindWords } from '~/domain/notices/kinds'
import { markAllRead } from '~/domain/notices/mark-read.server'
import { readInbox } from '~/domain/notices/read-inbox.server'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { shortInstant } from '~/ui/dates'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { Segments } from '~/ui/parts/views'
import { Pager } from '~/ui/table/pager'
import { formOf } from '../proposals/acts/act-form'
import { NoticeItem } from './notice-item'
import { placeOf, placeWord } from './inbox-place'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `收件 · ${data?.frame.bureau ?? '复函'}` },
]

export const loader = forUser(async (visit) => {
  const asked = new URL(visit.request.url).searchParams
  const unreadOnly = asked.get('only') === 'unread'
  const after = placeOf(asked.get('after'))
  const { notices, unread, next } = await readInbox(visit.viewer, { unreadOnly, after })
  return {
    frame: { ...frameOf(visit), unread },
    key: newKey(),
    shownAt: visit.now.toISOString(),
    unreadOnly,
    unread,
    isFirst: after === null,
    next: next ? placeWord(next) : null,
    rows: notices.map((n) => ({
      id: n.id,
      line: n.line,
      kind: noticeKindWords[n.kind],
      at: shortInstant(n.writtenAt),
      isUnread: n.readAt === null,
    })),
  }
})

const fields = z.object({
  key: hiddenFields.key,
  shownAt: z.iso.datetime('表单不完整，请刷新后再试。'),
})

export const action = actionForUser(async (visit) => {
  const { value } = await readWrite(visit, fields)
  await markAllRead(visit.viewer, new Date(value.shownAt), visit.now)
  return redirect(paths.inbox(), 303)
})

export default function Inbox() {
  const { frame, key, shownAt, unreadOnly, unread, isFirst, next, rows } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const views = [
    { href: paths.inbox(), label: '全部', here: !unreadOnly },
    { href: paths.inbox('only=unread'), label: '未读', count: unread, here: unreadOnly },
  ]
  return (
    <HouseFrame frame={frame} here="inbox">
      <PageHead
        title="收件"
        note={unread > 0 ? `${unread} 条未读` : '都看过了'}
        actions={<LinkButton href={paths.inboxSettings()}>接收设置</LinkButton>}
      />
      <section className="card" aria-label="通知">
        <div className="card-h">
          <Segments views={views} label="筛选" />
          {unread > 0 ? (
            <form method="post" className="end">
              <HiddenFields values={{ key, shownAt }} />
              <Button size="sm">全部标为已读</Button>
            </form>
          ) : null}
        </div>
        <ErrorSummary problems={form?.problems ?? []} labels={{}} title="没有办理" />
        {rows.length === 0 ? (
          <EmptyState title={unreadOnly ? '没有未读的' : '还没有收件'}>
            轮到您办、有人催办、会办有往来时，会在这里告诉您。
          </EmptyState>
        ) : (
          <ul className="notices">
            {rows.map((row) => (
              <NoticeItem key={row.id} {...row} formKey={`${key}-${row.id}`} />
            ))}
          </ul>
        )}
        {isFirst && next === null ? null : (
          <Pager
            summary={`本页 ${rows.length} 条`}
            previousHref={isFirst ? undefined : paths.inbox(unreadOnly ? 'only=unread' : '')}
            nextHref={next ? paths.inbox(`${unreadOnly ? 'only=unread&' : ''}after=${next}`) : undefined}
          />
        )}
      </section>
    </HouseFrame>
  )
}
