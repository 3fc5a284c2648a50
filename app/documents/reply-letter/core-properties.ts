import { escapeXml } from '../docx-xml'

export const coreProperties = 'docProps/core.xml'

/** Title and issuer, and neither clock nor counter: the same letter gives the same bytes on any day. */
export const corePropertiesXml = (title: string, issuer: string) =>
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties' +
  ' xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
  ' xmlns:dc="http://purl.org/dc/elements/1.1/">' +
  `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(issuer)}</dc:creator><dc:language>zh-CN</dc:language>` +
  '</cp:coreProperties>'
