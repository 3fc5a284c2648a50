import type { BatchState, ItemState } from '~/domain/batches/states'
import type { StateTone, TagTone } from '~/ui/marks/tones'

export const batchTones: Record<BatchState, StateTone> = {
  queued: 'wait',
  running: 'now',
  done: 'done',
  stopped: 'wait',
}

export const itemTones: Record<ItemState, TagTone> = {
  waiting: 'plain',
  done: 'green',
  failed: 'red',
  unchanged: 'plain',
}

type Counted = { total: number; done: number; failed: number }

/** 985 件，已办 985，未办成 3 */
export const countWords = ({ total, done, failed }: Counted) =>
  `共 ${total} 件，已办理 ${done} 件${failed > 0 ? `，其中 ${failed} 件未办成` : ''}`
