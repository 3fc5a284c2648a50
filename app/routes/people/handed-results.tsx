import type { HandedResult } from '~/domain/allocation/hand-over.server'
import { paths } from '~/http/paths'
import { Note } from '~/ui/parts/note'

/** What a handover came to: how many went, and each that did not with its reason. */
export function HandedResults({ results }: { results: readonly HandedResult[] }) {
  if (results.length === 0) return null
  const failed = results.filter((r) => r.problem !== null)
  const went = results.length - failed.length
  return (
    <>
      {went > 0 ? (
        <Note tone="green" announce>
          {`已移交 ${went} 件，接手的人会收到通知。`}
        </Note>
      ) : null}
      {failed.length > 0 ? (
        <Note tone="red" announce>
          <b>{failed.length} 件没有移交：</b>
          <ul className="sm">
            {failed.map((r) => (
              <li key={r.registerNo}>
                <a href={paths.proposal(r.registerNo)}>{r.registerNo}</a>：{r.problem}
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}
