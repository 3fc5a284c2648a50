import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { Card } from '~/ui/parts/card'

type Props = {
  number: string
  mayLink: boolean
  letters: readonly { id: string; docNo: string; addressee: string; receiptId: string | null }[]
}

/** What was issued: each letter to download, and the receipt link of its addressee. */
export function IssuedLetters({ number, letters, mayLink }: Props) {
  return (
    <Card id="letters" title={`已印发 ${letters.length} 份`}>
      <ul className="pad stack">
        {letters.map((l) => (
          <li key={l.id} className="row">
            <b>{l.docNo}</b>
            <span>{l.addressee}</span>
            <LinkButton size="sm" href={paths.letterFile(l.id)} download>
              下载 Word
            </LinkButton>
            {mayLink && l.receiptId ? (
              <LinkButton size="sm" kind="do" href={paths.receiptLink(number, l.receiptId)}>
                生成回执链接
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  )
}
