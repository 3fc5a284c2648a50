import { PaperLetter } from './paper-letter'
import { ReadingLetter } from './reading-letter'
import type { LetterText } from './letter-text'

/** Paper where it fits, flowing text on a phone. */
export function LetterViews({
  letter,
  size,
}: {
  letter: LetterText
  size?: 'preview' | 'approval' | undefined
}) {
  return (
    <>
      <div className="only-narrow">
        <ReadingLetter letter={letter} />
      </div>
      <div className="only-wide">
        <PaperLetter letter={letter} size={size} />
      </div>
    </>
  )
}
