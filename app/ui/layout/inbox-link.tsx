import { Count } from '../marks/count'

/** 收件, beside the name, with how many are not read; more than 99 is not counted. */
export function InboxLink({ unread, here }: { unread: number; here: boolean }) {
  return (
    <a className="inbox" href="/inbox" aria-current={here ? 'page' : undefined}>
      收件
      {unread > 0 ? (
        <>
          <Count tone="late">{unread > 99 ? '99+' : unread}</Count>
          <span className="vh">条未读</span>
        </>
      ) : null}
    </a>
  )
}
