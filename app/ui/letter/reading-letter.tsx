import { ccWords, contactWords, opennessWords, printWords } from '~/domain/reply/letter-words'
import { dateWords } from '../dates'
import { Attachments } from './attachments'
import { BodyText, TitleLines } from './body-text'
import type { LetterText } from './letter-text'

/** The letter for reading on a screen: the same words, flowing. */
export function ReadingLetter({ letter }: { letter: LetterText }) {
  const cc = ccWords(letter.cc ?? [])
  const contact = contactWords(letter.contact)
  const openness = opennessWords(letter.openness)
  const printed = printWords(letter.printed)
  return (
    <article className="reading" lang="zh-CN">
      <p className="r-mark">{letter.issuer}</p>
      <div className="r-rule" />
      <p className="r-no">{letter.docNo ?? <span className="auto-in">发文字号印发时编</span>}</p>
      {letter.outcomeMark ? <p className="r-class">{letter.outcomeMark}</p> : null}
      <h2 className="r-title phr">
        <TitleLines title={letter.title} />
      </h2>
      <p className="r-to">{letter.salutation}</p>
      {letter.body.map((paragraph, index) => (
        <ReadingParagraph key={`${index} ${paragraph.text.slice(0, 12)}`} {...paragraph} />
      ))}
      <Attachments names={letter.attachments ?? []} />
      <div className="r-sign">
        <p>{letter.signatory}</p>
        <p>{letter.date ? dateWords(letter.date) : <span className="auto-in">成文日期签发时定</span>}</p>
      </div>
      {contact ? <p>{contact}</p> : null}
      {openness ? <p>{openness}</p> : null}
      {cc ? <p className="r-cc">{cc}</p> : null}
      {printed ? <p className="r-printed">{printed}</p> : null}
    </article>
  )
}

function ReadingParagraph({ level, text }: LetterText['body'][number]) {
  if (level === 1)
    return (
      <h3>
        <BodyText level={level} text={text} />
      </h3>
    )
  return (
    <p>
      <BodyText level={level} text={text} />
    </p>
  )
}
