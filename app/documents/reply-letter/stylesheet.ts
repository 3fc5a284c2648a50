import { fonts } from './fonts'
import { blockWidth, characterSpacing, linePitch, smallCharacter } from './measures'

/**
 * The typography of GB/T 9704-2012 that docx has no options for, in one sheet; paragraphs carry style ids only.
 * Exact spacing everywhere, or a 22 pt title would take two lines of the grid.
 */
export const styleIds = {
  number: 'FuhanNumber',
  mark: 'FuhanOutcome',
  title: 'FuhanTitle',
  salutation: 'FuhanSalutation',
  body: 'FuhanBody',
  levelOne: 'FuhanLevelOne',
  levelTwo: 'FuhanLevelTwo',
  levelOneWords: 'FuhanLevelOneWords',
  levelTwoWords: 'FuhanLevelTwoWords',
  attachments: 'FuhanAttachments',
  signatory: 'FuhanSignatory',
  date: 'FuhanDate',
  contact: 'FuhanContact',
  colophon: 'FuhanColophon',
  issuer: 'FuhanIssuer',
  thinLine: 'FuhanThinLine',
  oddPage: 'FuhanOddPage',
  evenPage: 'FuhanEvenPage',
} as const

const faces = (eastAsia: string, latin: string = fonts.latin) =>
  `<w:rFonts w:ascii="${latin}" w:hAnsi="${latin}" w:eastAsia="${eastAsia}" w:cs="${latin}" w:hint="eastAsia"/>`

const halfPoints = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`

const exactly = (line: number, before = 0, after = 0) =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="exact"/>`

const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`

const paragraphStyle = (id: string, name: string, paragraph: string, run = '') =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
  `<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr>${run && `<w:rPr>${run}</w:rPr>`}</w:style>`

const characterStyle = (id: string, name: string, run: string) =>
  `<w:style w:type="character" w:customStyle="1" w:styleId="${id}"><w:name w:val="${name}"/>` +
  `<w:qFormat/><w:rPr>${run}</w:rPr></w:style>`

/** Two characters in; firstLine is what a reader without firstLineChars takes. */
const twoCharactersIn = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
const spacing = (twips: number) => `<w:spacing w:val="${twips}"/>`
const small = spacing(0) + halfPoints(14)
const kept = '<w:keepNext/>'

/** Right tab one character before the edge, for the date of the print line. */
const colophonTabs = `<w:tabs><w:tab w:val="right" w:pos="${blockWidth - smallCharacter}"/></w:tabs>`

const defaults =
  `<w:docDefaults><w:rPrDefault><w:rPr>${faces(fonts.fangsong)}${spacing(characterSpacing)}${halfPoints(16)}` +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>'

/** Widows are left alone: every full page has its 22 lines. No hanging punctuation, no gap beside digits. */
const normal =
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/><w:pPr>' +
  '<w:widowControl w:val="0"/><w:kinsoku/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/>' +
  `<w:autoSpaceDN w:val="0"/>${exactly(linePitch)}<w:jc w:val="both"/></w:pPr></w:style>`

const ids = styleIds

const styles = [
  paragraphStyle(ids.number, '发文字号', '<w:jc w:val="right"/>'),
  paragraphStyle(ids.mark, '办理结果', '<w:jc w:val="right"/>', faces(fonts.heiti)),
  paragraphStyle(
    ids.title,
    '公文标题',
    `${kept}<w:keepLines/>${exactly(linePitch, 2 * linePitch)}<w:jc w:val="center"/>${outline(0)}`,
    faces(fonts.xiaobiaosong) + spacing(0) + halfPoints(22),
  ),
  paragraphStyle(ids.salutation, '称谓', kept + exactly(linePitch, linePitch)),
  paragraphStyle(ids.body, '公文正文', twoCharactersIn),
  paragraphStyle(ids.levelOne, '一级标题', kept + twoCharactersIn + outline(1), faces(fonts.heiti)),
  paragraphStyle(ids.levelTwo, '二级标题', kept + twoCharactersIn + outline(2), faces(fonts.kaiti)),
  paragraphStyle(ids.attachments, '附件说明', kept),
  paragraphStyle(ids.signatory, '署名', kept),
  paragraphStyle(ids.date, '成文日期', ''),
  paragraphStyle(ids.contact, '附注', twoCharactersIn),
  paragraphStyle(ids.colophon, '版记', colophonTabs, small),
  paragraphStyle(
    ids.issuer,
    '发文机关标志',
    '<w:jc w:val="center"/>',
    `${faces(fonts.xiaobiaosong)}<w:color w:val="FF0000"/>`,
  ),
  paragraphStyle(ids.thinLine, '页眉细行', exactly(20), halfPoints(1)),
  paragraphStyle(
    ids.oddPage,
    '单页码',
    `<w:ind w:right="${smallCharacter}"/><w:jc w:val="right"/>`,
    faces(fonts.songti, fonts.songti) + small,
  ),
  paragraphStyle(
    ids.evenPage,
    '双页码',
    `<w:ind w:left="${smallCharacter}"/><w:jc w:val="left"/>`,
    faces(fonts.songti, fonts.songti) + small,
  ),
  characterStyle(ids.levelOneWords, '一级标题文字', faces(fonts.heiti)),
  characterStyle(ids.levelTwoWords, '二级标题文字', faces(fonts.kaiti)),
]

export const stylesheetXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${defaults}${normal}${styles.join('')}</w:styles>`
