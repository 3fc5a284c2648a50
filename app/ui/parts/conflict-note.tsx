import { instantWords } from '../dates'
import { Note } from './note'

type Conflict = { message: string; changed: readonly { when: string; who: string; sentence: string }[] }

/** A lost race: what was not done, and what happened meanwhile. */
export function ConflictNote({ conflict }: { conflict: Conflict }) {
  return (
    <Note tone="amber" announce>
      <b>{conflict.message}</b>
      {conflict.changed.length > 0 ? (
        <ul className="sm">
          {conflict.changed.map((c) => (
            <li key={`${c.when} ${c.sentence}`}>
              {instantWords(new Date(c.when))} {c.who}：{c.sentence}
            </li>
          ))}
        </ul>
      ) : null}
    </Note>
  )
}
