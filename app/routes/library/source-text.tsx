import { fieldWords } from '~/domain/library/accepted-fields'
import type { Piece } from '~/domain/library/marked-text'
import { classNames } from '~/ui/class-names'
import { fieldId } from '~/ui/forms/field'
import { Card } from '~/ui/parts/card'
import { anchorOf } from './review-sheet'

type Props = { pieces: readonly Piece[]; isCut: boolean; isOpen: boolean }

/**
 * The page as words, never as a page. What was read from is marked and leads to its field; what is wrong is underlined.
 * Only a text with marks scrolls in its own frame: there the keyboard has something to stand on.
 */
export function SourceText({ pieces, isCut, isOpen }: Props) {
  const hasMarks = pieces.some(({ names }) => names.length > 0)
  return (
    <Card id="source" title="原文" note={isCut ? '太长，只显示前一部分' : '有底色的，是读出来的地方'}>
      <div className={classNames('source-text', hasMarks && 'source-frame')}>
        {pieces.map((piece) =>
          piece.names.length === 0 ? (
            <span key={piece.at}>{piece.text}</span>
          ) : (
            <a
              key={piece.at}
              id={anchorOf(piece.at)}
              href={isOpen && !piece.isFlaw ? `#${fieldId(piece.names[0] ?? '')}` : '#fields'}
              className={classNames('read-from', piece.isFlaw && 'flaw')}
              title={[...new Set(piece.names)].map(fieldWords).join('、')}
            >
              {piece.text}
            </a>
          ),
        )}
      </div>
    </Card>
  )
}
