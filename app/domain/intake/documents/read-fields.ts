import type { Track } from '../../proposal/words-of-the-trade'
import type { Confidence, ReadField } from './provenance-states'
import { readMeeting, readSession, readTrack, type MeetingRead } from './read-meeting'
import { namesIn, sponsorKindOf } from './read-sponsors'
import { readMatter } from './read-matter'
import { readSubject } from './read-subject'
import { segmentsOf, type Segment } from './segments'
import { pageAt, type SourceText } from './source-text'

/** One field as a machine read it. The place is in the source's text; null where the whole says it. */
export type FieldRead = {
  field: ReadField
  value: string
  place: { start: number; end: number; page: number | null } | null
  confidence: Confidence
}

export type KnownMeeting = { id: string; track: Track; term: number; session: number }

type Read = { value: string; start: number; end: number; confidence: Confidence }

/** The fields of a registration that a proposal's document gives; what it does not say is left out. Pure: no clock, no data. */
export function readFieldsOf(source: SourceText, meetings: readonly KnownMeeting[]): FieldRead[] {
  const { text } = source
  const segments = segmentsOf(text)
  const subject = readSubject(text, segments)
  const found: [ReadField, Read | null][] = [
    ...meetingOf(text, meetings, subject),
    ['officialNo', numberOfItem(text, segments)],
    ['subject', subject],
    ...sponsorsOf(segments),
    ['text', readMatter(text, segments)],
  ]
  return found.flatMap(([field, read]) => {
    if (!read || read.value === '') return []
    const { value, start, end, confidence } = read
    return [{ field, value, place: { start, end, page: pageAt(source, start) }, confidence }]
  })
}

/** Track, meeting and session hang together: a meeting names its track, and an item of it was handed in there. */
function meetingOf(
  text: string,
  meetings: readonly KnownMeeting[],
  subject: Read | null,
): [ReadField, Read | null][] {
  const read = readMeeting(text)
  const track = trackOf(text, read, subject)
  const known =
    read &&
    meetings.find((m) => m.track === track?.value && m.term === read.term && m.session === read.session)
  const session = readSession(text)
  const held: Read | null = read ? { value: 'plenary', ...placeOf(read), confidence: 'low' } : null
  return [
    ['track', track],
    [
      'meetingId',
      known ? { value: known.id, ...placeOf(read), confidence: read.track ? 'high' : 'medium' } : null,
    ],
    ['sessionKind', session ? { ...session, confidence: 'high' } : held],
  ]
}

/** The meeting says it, else the words of the sheet, else how the title ends. */
function trackOf(text: string, read: MeetingRead | null, subject: Read | null): Read | null {
  if (read?.track) return { value: read.track, ...placeOf(read), confidence: 'high' }
  const said = readTrack(text)
  if (said) return { value: said.value, ...placeOf(said), confidence: said.isClear ? 'medium' : 'low' }
  const byTitle = subject?.value.endsWith('提案') ? 'cppcc' : subject?.value.endsWith('建议') ? 'npc' : null
  return subject && byTitle ? { value: byTitle, ...placeOf(subject), confidence: 'low' } : null
}

const placeOf = ({ start, end }: { start: number; end: number }) => ({ start, end })

const itemNumber = /^第?\s*([A-Z]{0,2}\d{1,7}(?:[-－]\d{1,5})?)\s*号?$/i

/** 0217, as printed: under its label, else “第0217号” in the head of the paper. */
function numberOfItem(text: string, segments: readonly Segment[]): Read | null {
  for (const s of segments) {
    const number = s.key === 'officialNo' && !s.isLabel ? itemNumber.exec(s.text)?.[1] : undefined
    if (number) return { value: number, start: s.start, end: s.end, confidence: 'high' }
  }
  const head = text.slice(0, 400)
  const match = /第\s*([A-Z]{0,2}\d{1,7})\s*号/i.exec(head)
  if (!match?.[1]) return null
  return { value: match[1], start: match.index, end: match.index + match[0].length, confidence: 'medium' }
}

/** The lead first, whoever joins after; one stretch of the source where they stand close together, else the lead’s. */
function sponsorsOf(segments: readonly Segment[]): [ReadField, Read | null][] {
  const names = (s: Segment) => (s.isLabel ? [] : namesIn(s.text))
  const at = segments.findIndex((s) => s.key === 'lead' && names(s).length > 0)
  const after =
    at < 0 ? -1 : segments.findIndex((s, i) => i > at && (s.key !== 'lead' || names(s).length === 0))
  const lead = at < 0 ? [] : segments.slice(at, after < 0 ? segments.length : after)
  const all = [...lead, ...segments.filter((s) => s.key === 'joint' && names(s).length > 0)]
  const [first] = all
  if (!first) return []
  const value = [...new Set(all.flatMap(names))].slice(0, 60)
  const end = Math.max(...all.map((s) => s.end))
  const place = { start: first.start, end: end - first.start <= 600 ? end : first.end }
  return [
    ['sponsors', { value: value.join('\n'), ...place, confidence: lead.length > 0 ? 'high' : 'low' }],
    [
      'sponsorKind',
      { value: sponsorKindOf(value), ...place, confidence: lead.length > 0 ? 'medium' : 'low' },
    ],
  ]
}
