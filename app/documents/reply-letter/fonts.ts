import { escapeXml } from '../docx-xml'

/**
 * The fonts of official documents may not be bundled: the letter names them, and the table names what to take where a
 * machine has the font under its other name.
 */
export const fonts = {
  fangsong: '仿宋_GB2312',
  kaiti: '楷体_GB2312',
  heiti: '黑体',
  xiaobiaosong: '方正小标宋简体',
  songti: '宋体',
  latin: 'Times New Roman',
} as const

const table = [
  { name: fonts.fangsong, otherwise: '仿宋', charset: '86', family: 'modern', pitch: 'fixed' },
  { name: fonts.kaiti, otherwise: '楷体', charset: '86', family: 'modern', pitch: 'fixed' },
  { name: fonts.heiti, otherwise: 'SimHei', charset: '86', family: 'modern', pitch: 'fixed' },
  { name: fonts.xiaobiaosong, otherwise: '宋体', charset: '86', family: 'auto', pitch: 'variable' },
  { name: fonts.songti, otherwise: 'SimSun', charset: '86', family: 'auto', pitch: 'variable' },
  { name: fonts.latin, otherwise: null, charset: '00', family: 'roman', pitch: 'variable' },
]

const fontXml = (font: (typeof table)[number]) =>
  `<w:font w:name="${escapeXml(font.name)}">` +
  (font.otherwise ? `<w:altName w:val="${escapeXml(font.otherwise)}"/>` : '') +
  `<w:charset w:val="${font.charset}"/><w:family w:val="${font.family}"/><w:pitch w:val="${font.pitch}"/></w:font>`

export const fontTableXml =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
  `${table.map(fontXml).join('')}</w:fonts>`
