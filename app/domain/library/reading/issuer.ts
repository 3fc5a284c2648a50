import { found, type Found } from './found'
import type { PlainPage } from './plain-page'
import { abbreviates, isSpamInName, isUnitName } from './units'

export type IssuerSources = {
  title: Found | null
  signature: Found | null
  letterhead: Found | null
  publisher: Found | null
  handler: Found | null
  source: Found | null
}

const host = /人民政府(?:办公室)?$|政府办(?:公室)?$|政务公开办|信息中心|^[市县区]政府$|大数据/

export type IssuerReading = { issuer: Found | null; isInConflict: boolean; spam: Found | null }

/** Who answered, in the fullest form printed. What is spam in one place is not believed in another. */
export function issuerOf(page: PlainPage, sources: IssuerSources): IssuerReading {
  const spam =
    [sources.title, sources.signature, sources.publisher].find((one) => one && isSpamInName(one.value)) ??
    null
  const own = [sources.signature, sources.title, sources.letterhead].filter(isNamed)
  const { publisher, handler, source } = sources
  if (own.length > 0) {
    const named = own.toSorted((a, b) => b.value.length - a.value.length)[0] ?? null
    const isInConflict =
      isNamed(publisher) &&
      !host.test(publisher.value) &&
      !own.some((one) => agree(one.value, publisher.value))
    const fullest =
      isNamed(publisher) &&
      named &&
      publisher.value.length > named.value.length &&
      abbreviates(named.value, publisher.value)
        ? publisher
        : named
    return { issuer: fullest, isInConflict, spam }
  }
  if (spam) return { issuer: null, isInConflict: false, spam }
  const isInConflict =
    isNamed(publisher) && source !== null && isUnitName(source.value) && !agree(publisher.value, source.value)
  const [likely] = [
    handler,
    isInConflict ? null : publisher,
    isNamed(publisher) ? null : siteOwner(page, source),
  ].filter(isNamed)
  return { issuer: likely ?? null, isInConflict, spam: null }
}

const isNamed = (one: Found | null): one is Found =>
  one !== null &&
  !isSpamInName(one.value) &&
  (isUnitName(one.value) || /[、\s]/.test(one.value)) &&
  one.value.length >= 3

const agree = (a: string, b: string) =>
  (a.length < b.length ? abbreviates(a, b) : abbreviates(b, a)) || a.slice(-3) === b.slice(-3)

/** “来源：省教育厅网站” is the office itself; a government's own desk is only the host. */
function siteOwner(page: PlainPage, source: Found | null): Found | null {
  if (!source) return null
  const own = source.value.replace(/(?:门户|官方)?网站$|门户$|官网$/, '')
  return isUnitName(own) && !host.test(own) && !/督查|融媒|新闻|传媒|日报/.test(own)
    ? { ...found(page, source.from, source.from + own.length, 'likely'), value: own }
    : null
}

/** The office named before 关于 or 对 in a title. */
export function issuerInTitle(page: PlainPage, title: Found | null): Found | null {
  if (!title) return null
  const words = page.shape.slice(title.from, title.to)
  const until =
    /^([\s\S]{3,60}?)(?:\s*(?:关于|对|答复|办理)|\s*[省市县区]?(?:政协|人大)?[十一二三四五六七八九\d]{1,3}届)/.exec(
      words,
    )?.[1]
  if (!until || /^第?[\d一二三四五六七八九十]/.test(until)) return null
  const whole = found(page, title.from, title.from + until.length)
  const isOffice = isUnitName(whole.value) || isSpamInName(whole.value)
  return isOffice && !/^(?:关于|对)/.test(whole.value) ? whole : null
}
