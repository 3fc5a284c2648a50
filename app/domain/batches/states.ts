/** 等待 · 办理中 · 已办完 · 已停止 */
export const batchStates = ['queued', 'running', 'done', 'stopped'] as const
export type BatchState = (typeof batchStates)[number]

/** 等待 · 已办 · 未办成 · 未变 */
export const itemStates = ['waiting', 'done', 'failed', 'unchanged'] as const
export type ItemState = (typeof itemStates)[number]

export const batchStateWords: Record<BatchState, string> = {
  queued: '排队中',
  running: '办理中',
  done: '已办完',
  stopped: '已停止',
}

export const itemStateWords: Record<ItemState, string> = {
  waiting: '等待',
  done: '已办',
  failed: '未办成',
  unchanged: '未变',
}

export const isOpenBatch = (state: BatchState) => state === 'queued' || state === 'running'
