import type { Outcome } from '../proposal/words-of-the-trade'
import { fill } from './pattern'
import type { RuleProfile } from './rule-profile'

/** The class as this profile prints it on the letter: “A类” (the letters mean different things by place; the outcome is stored). */
export const outcomeMark = (profile: RuleProfile, outcome: Outcome): string =>
  fill(profile.wording.outcomeMark, { letter: profile.outcomeLetter[outcome] })
