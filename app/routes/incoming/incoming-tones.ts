import type { IncomingState } from '~/domain/between-bureaus/incoming'
import type { StateTone } from '~/ui/marks/tones'

export const incomingTones: Readonly<Record<IncomingState, StateTone>> = {
  waiting: 'now',
  registered: 'work',
  answered: 'done',
  returned: 'now',
  cancelled: 'wait',
  declined: 'wait',
}
