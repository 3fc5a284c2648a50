import { Fragment } from 'react'
import { classNames } from '../class-names'
import { ccWords, contactWords } from '~/domain/reply/letter-words'
import { dateWords } from '../dates'
import { Attachments } from './attachments'
import { BodyText, TitleLines } from './body-text'
import type { LetterText } from './letter-text'
import { pagesOf, type PagePart } from './pages'

type Props = {
  letter: LetterText
  /** Millimetres on the screen: 2.6 px beside a form, 2.9 px on an approval. */
  size?: 'preview' | 'approval' | undefined
}

/** The letter as paper, page by page, in the millimetres of the 信函格式. */
export function PaperLetter({ letter, size = 'preview' }: Props) {
  const pages = pagesOf(letter)
  return (
    <>
      {pages.map((page, index) => (
        <article
          key={`${index} ${page.parts[0]?.text.slice(0, 12)}`}
          className={classNames('letter', `letter-${size}`)}
          lang="zh-CN"
          aria-label={`复函第 ${index + 1} 页，共 ${pages.length} 页`}
        >
          {page.hasHead ? <Head letter={letter} /> : null}
          {page.parts.map((part, at) => (
            <Part key={`${at} ${part.text.slice(0, 12)}`} {...part} />
          ))}
          {page.hasSign ? <Closing letter={letter} /> : null}
          {page.hasHead ? <div className="l-bot" /> : <PageNumber number={index + 1} />}
        </article>
      ))}
    </>
  )
}

function Head({ letter }: { letter: LetterText }) {
  return (
    <>
      <p className="l-mark">{letter.issuer}</p>
      <div className="l-top" />
      <p className="l-no">{letter.docNo ?? <span className="auto-in">发文字号印发时编</span>}</p>
      {letter.outcomeMark ? <p className="l-class">{letter.outcomeMark}</p> : null}
      <h2 className="l-title phr">
        <TitleLines title={letter.title} />
      </h2>
      <p className="l-to">{letter.salutation}</p>
    </>
  )
}

function Part({ level, text, cutAfter, isContinued }: PagePart) {
  if (level === 1) return <h3>{text}</h3>
  const className = classNames(cutAfter && 'l-cut', isContinued && 'l-on') || undefined
  if (!cutAfter)
    return (
      <p className={className}>
        <BodyText level={isContinued ? 0 : level} text={text} />
      </p>
    )
  return (
    <p className={className}>
      {cutAfter.map((line, index) => (
        <Fragment key={line}>
          {index > 0 ? <br /> : null}
          <BodyText level={isContinued || index > 0 ? 0 : level} text={line} />
        </Fragment>
      ))}
    </p>
  )
}

function Closing({ letter }: { letter: LetterText }) {
  const cc = ccWords(letter.cc ?? [])
  const contact = contactWords(letter.contact)
  return (
    <>
      <Attachments names={letter.attachments ?? []} />
      <div className="l-sign">
        {letter.sealed && letter.date ? (
          <span className="l-seal" aria-hidden="true">
            用印 42 mm
          </span>
        ) : null}
        <p>{letter.signatory}</p>
        <p>{letter.date ? dateWords(letter.date) : <span className="auto-in">成文日期签发时定</span>}</p>
      </div>
      {contact ? <p className="l-contact">{contact}</p> : null}
      {cc ? <p className="l-cc">{cc}</p> : null}
    </>
  )
}

/** — 2 — : even pages at the left, odd ones at the right (GB/T 9704-2012 7.5). */
function PageNumber({ number }: { number: number }) {
  return <p className={classNames('l-page', number % 2 === 1 && 'l-odd')}>— {number} —</p>
}
