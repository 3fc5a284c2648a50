import type { Confidence, ProvenanceState, ReadField } from '~/domain/intake/documents/provenance-states'
import { trackWords } from '~/domain/proposal/words'
import type { SessionKind, SponsorKind, Track } from '~/domain/proposal/words-of-the-trade'
import type { TagTone } from '~/ui/marks/tones'
import { sessionKindWords, sponsorKindWords } from '~/ui/words'

export const readFieldWords: Record<ReadField, string> = {
  track: '种类', meetingId: '会议', sessionKind: '大会或闭会', officialNo: '编号', subject: '案由',
  sponsorKind: '提出人类别', sponsors: '提出人', text: '正文',
} // prettier-ignore

export const confidenceWords: Record<Confidence, { label: string; tone: TagTone }> = {
  high: { label: '把握大', tone: 'green' },
  medium: { label: '把握一般', tone: 'amber' },
  low: { label: '把握小', tone: 'red' },
}

export const provenanceWords: Record<ProvenanceState, { label: string; tone: TagTone }> = {
  unconfirmed: { label: '待核对', tone: 'amber' },
  accepted: { label: '与原件一致', tone: 'green' },
  corrected: { label: '已改正', tone: 'blue' },
}

type Named = { id: string; name: string }

/** A value as people say it: the meeting by its name, a long text by its beginning. */
export function valueWords(field: ReadField, value: string, meetings: readonly Named[]): string {
  if (field === 'track') return trackWords[value as Track] ?? value
  if (field === 'sessionKind') return sessionKindWords[value as SessionKind] ?? value
  if (field === 'sponsorKind') return sponsorKindWords[value as SponsorKind] ?? value
  if (field === 'meetingId') return meetings.find((m) => m.id === value)?.name ?? '不在本局的会议里'
  if (field === 'sponsors') return value.split('\n').join('、')
  return value.length > 48 ? `${value.slice(0, 48)}…（共 ${value.length} 字）` : value
}

export const pageWords = (page: number | null) => (page === null ? '' : `第 ${page} 页`)
