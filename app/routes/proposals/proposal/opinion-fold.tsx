import { opinionWayWords } from '~/domain/co-handling/opinion-ways'
import { paths } from '~/http/paths'
import { shortDay } from '~/ui/dates'
import { Tag } from '~/ui/marks/tag'
import type { OpinionShown } from './co-handling-page.server'

/** 纸质意见, 签发后收到: what a reader must know of an opinion wherever it stands. */
export const OpinionMarks = ({ opinion }: { opinion: OpinionShown }) => (
  <>
    {opinion.givenVia === 'account' ? null : <Tag>{opinionWayWords[opinion.givenVia]}</Tag>}
    {opinion.isLate ? <Tag tone="amber">签发后收到</Tag> : null}
  </>
)

/** Number, person, and for paper who entered it. */
export const opinionFoot = (o: OpinionShown): string =>
  [o.docNo, o.contact, o.paper].filter(Boolean).join(' · ')

/** The scan of a paper, to be saved. */
export const ScanLink = ({ opinion }: { opinion: OpinionShown }) =>
  opinion.scanId ? (
    <a href={paths.file(opinion.scanId)} download>
      扫描件
    </a>
  ) : null

/** One opinion in a table, folded up where it has a text. */
export function OpinionFold({ opinion }: { opinion: OpinionShown }) {
  const foot = opinionFoot(opinion)
  if (opinion.isNoObjection && !opinion.text)
    return (
      <div>
        无不同意见（{shortDay(opinion.givenOn)}） <OpinionMarks opinion={opinion} />
        {foot ? (
          <small>
            {foot} <ScanLink opinion={opinion} />
          </small>
        ) : null}
      </div>
    )
  return (
    <details>
      <summary>
        意见 {opinion.text.length} 字<small>{shortDay(opinion.givenOn)} 复</small>{' '}
        <OpinionMarks opinion={opinion} />
      </summary>
      <p>{opinion.text}</p>
      <small>
        {foot} <ScanLink opinion={opinion} />
      </small>
    </details>
  )
}
