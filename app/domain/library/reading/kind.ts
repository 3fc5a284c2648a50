import type { Letter } from './letter'
import type { PlainPage } from './plain-page'
import { isToDelegates } from './salutation'

export type Kind = 'suggestion' | 'proposal' | 'motion'
type Track = 'npc' | 'cppcc' | null

const withoutQuotes = (words: string) => words.replace(/《[^》]*》?|“[^”]*”?|"[^"]*"/g, '')
const congress = /人大(?!常委会办|代表联)|人民代表大会/
const conference = /政协|政治协商会议/

function trackOf(words: string): Track {
  const plain = withoutQuotes(words)
  if (conference.test(plain))
    return congress.test(plain) && /人大[^政协]{0,12}会议/.test(plain) ? null : 'cppcc'
  return congress.test(plain) ? 'npc' : null
}

export type KindReading = { kind: Kind | null; isInConflict: boolean }

/** The body named in the title decides; salutation and first sentence may disagree with it, and that is a finding. */
export function kindOf({ shape }: PlainPage, title: string, letter: Letter): KindReading {
  const opening = withoutQuotes(shape.slice(letter.opening.from, letter.opening.to).slice(0, 400))
  const salutation = letter.salutation?.text ?? ''
  const spokenTo: Track = isToDelegates(salutation) ? (/委员/.test(salutation) ? 'cppcc' : 'npc') : null
  const said = [trackOf(title), wordTrack(title), spokenTo, trackOf(opening), openingTrack(opening)]
  const track =
    said.find((one) => one !== null) ?? (/提案/.test(opening) ? 'cppcc' : /建议/.test(opening) ? 'npc' : null)
  const isMotion = /议案/.test(withoutQuotes(title))
  const differs = said.some((one) => one !== null && one !== track)
  const motionToDeputies = isMotion && spokenTo !== null
  return {
    kind: isMotion && spokenTo === null && track !== 'cppcc' ? 'motion' : kindByTrack[track ?? 'none'],
    isInConflict: differs || motionToDeputies,
  }
}

const kindByTrack: Record<'npc' | 'cppcc' | 'none', Kind | null> = {
  npc: 'suggestion',
  cppcc: 'proposal',
  none: null,
}

/** 提案 is the conference's word; 建议 is also said of what a proposal advises, so only “…号建议” counts. */
function wordTrack(title: string): Track {
  const plain = withoutQuotes(title)
  if (/提案/.test(plain) && !/提案建议|建议提案|议案建议/.test(plain)) return 'cppcc'
  return /号(?:代表)?建议|代表建议/.test(plain) ? 'npc' : null
}

function openingTrack(opening: string): Track {
  if (/号提案|提案(?:第|已?收悉|已?收到)|的提案/.test(opening)) return 'cppcc'
  return /号(?:人大)?(?:代表)?建议/.test(opening) ? 'npc' : null
}
