import type { Track } from '~/domain/proposal/words-of-the-trade'
import { numberWords } from '~/ui/words'

/** The proposal a page is about, as its title and its head name it. */
export type About = { officialNo: string; track: Track; subject: string }

/** “撤回送审 第0217号建议 · 云汀市科学技术局” */
export const actTitle = (act: string, bureau?: string, about?: Pick<About, 'officialNo' | 'track'>) => [
  { title: bureau && about ? `${act} ${numberWords(about.officialNo, about.track)} · ${bureau}` : act },
]
