import { libraryStateWords, type LibraryState } from '~/domain/library/states'
import { Note } from '~/ui/parts/note'
import type { Stated } from './review-sheet'

const tones = { quarantine: 'amber', accepted: 'green', refused: 'red' } as const

export function StateNote({ state, stated, file }: { state: LibraryState; stated: Stated; file: string }) {
  return (
    <Note tone={tones[state]}>
      <b>{libraryStateWords[state]}</b>
      {state === 'quarantine' ? `，${stated.who} ${stated.at} 收进` : `，${stated.who} ${stated.at} 核对`}
      {stated.reason ? `：${stated.reason}` : ''}
      {'。'}
      <a href={file} download>
        下载收进时的文件
      </a>
    </Note>
  )
}
