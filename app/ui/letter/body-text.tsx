import { Fragment } from 'react'
import { signOffPlaceholder } from '~/domain/drafting/sign-off-sentence'
import { headingAndText, titleLines, type LetterParagraph } from './letter-text'

/** The text of a paragraph; what the signature will fill in stands out until it has. */
function Words({ text }: { text: string }) {
  const [before = '', ...after] = text.split(signOffPlaceholder)
  return (
    <>
      {before}
      {after.map((rest) => (
        <Fragment key={rest}>
          <span className="auto-in">{signOffPlaceholder}</span>
          {rest}
        </Fragment>
      ))}
    </>
  )
}

export function BodyText({ level, text }: LetterParagraph) {
  if (level !== 2) return <Words text={text} />
  const { heading, rest } = headingAndText(text)
  return (
    <>
      <span className="kai">{heading}</span>
      <Words text={rest} />
    </>
  )
}

/** Where a title may turn its line without breaking a word: before 关于, and between the meeting and the number. */
const phrases = (line: string) => line.split(/(?=关于)|(?<=会议)(?=第)|(?=的(?:复函|答复|回复)$)/u)

/** A title's lines as the drafter broke them, and where they may break besides. */
export function TitleLines({ title }: { title: string }) {
  return (
    <>
      {titleLines(title).map((line, index) => (
        <Fragment key={line}>
          {index > 0 ? <br /> : null}
          {phrases(line).map((phrase, at) => (
            <Fragment key={phrase}>
              {at > 0 ? <wbr /> : null}
              {phrase}
            </Fragment>
          ))}
        </Fragment>
      ))}
    </>
  )
}
