/** What the placeholders of a wording are called where people read and write them; the data keeps the identifiers. */
export const placeholderWords: Readonly<Record<string, string>> = {
  issuer: '发文机关',
  meeting: '会议',
  officialNo: '编号',
  pronoun: '称呼',
  subject: '案由',
  coHandlers: '会办单位',
  bureauShort: '本局简称',
  signerName: '签发人姓名',
  signerTitle: '签发人职务',
  name: '姓名',
  honorific: '敬称',
  count: '人数',
  code: '机关代字',
  year: '年份',
  seq: '序号',
  letter: '类别',
}

const identifiers = new Map(Object.entries(placeholderWords).map(([identifier, word]) => [word, identifier]))

/** “{issuer}关于……” → “{发文机关}关于……” */
export const placeholdersInWords = (pattern: string): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(placeholderWords, name) ? `{${placeholderWords[name]}}` : whole,
  )

/** And back; what is no known word stays as it was typed, and is refused as such. */
export const placeholdersFromWords = (text: string): string =>
  text.replaceAll(/\{([^{}]*)\}/g, (whole, word: string) => {
    const identifier = identifiers.get(word.trim())
    return identifier === undefined ? whole : `{${identifier}}`
  })
