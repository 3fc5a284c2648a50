import { paths } from '~/http/paths'
import { Button } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { Tag } from '~/ui/marks/tag'

type Props = { id: string; line: string; kind: string; at: string; isUnread: boolean; formKey: string }

/** One notice: opening it marks it read and leads to the thing. */
export function NoticeItem({ id, line, kind, at, isUnread, formKey }: Props) {
  return (
    <li className={isUnread ? 'notice notice-new' : 'notice'}>
      <p className="notice-l">
        {isUnread ? <Tag tone="blue">未读</Tag> : null} {line}
      </p>
      <p className="sm mute">
        {kind} · {at}
      </p>
      <form method="post" action={paths.inboxNotice(id)}>
        <HiddenFields values={{ key: formKey }} />
        <Button size="sm">
          查看<span className="vh">：{line}</span>
        </Button>
      </form>
    </li>
  )
}
