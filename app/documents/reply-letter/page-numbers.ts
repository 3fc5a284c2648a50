import { Footer, Header, PageNumber, TextRun } from 'docx'
import { line } from './line'
import { lowerRedLines } from './red-lines'
import { styleIds } from './stylesheet'

const pageNumber = (style: typeof styleIds.oddPage | typeof styleIds.evenPage) =>
  new Footer({
    children: [
      line(style, [new TextRun({ font: { hint: 'eastAsia' }, children: ['— ', PageNumber.CURRENT, ' —'] })]),
    ],
  })

/** 7.5: “— 2 —” under the block, odd pages right, even pages left; 10.1: none on the first page, which has the red line. */
export const footers = () => ({
  first: new Footer({ children: [line(styleIds.thinLine, lowerRedLines())] }),
  default: pageNumber(styleIds.oddPage),
  even: pageNumber(styleIds.evenPage),
})

/** After the first page the header, which begins 30 mm down, must take no room, or pages lose their last line. */
const nothing = () => new Header({ children: [line(styleIds.thinLine, [])] })

export const headers = (first: Header) => ({ first, default: nothing(), even: nothing() })
