import { listFieldWords } from './column-words'
import type { Fault } from './listed-item'

/** 交办日期：“三月五日”不是日期… */
export const faultWords = (faults: readonly Fault[]) =>
  faults.map((fault) => `${listFieldWords[fault.field]}：${fault.message}`).join('')
