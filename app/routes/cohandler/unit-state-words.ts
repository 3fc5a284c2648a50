import type { RequestState } from '~/domain/co-handling/request-states'

/** The life of a request as the unit that was asked sees it. */
export const unitStateWords: Record<RequestState, string> = {
  draft: '未送出',
  sent: '待签收',
  acknowledged: '已签收待答复',
  answered: '已答复',
  accepted: '意见已采纳',
  declined: '已说明不予会办',
  returned: '退回补充',
  disputed: '正在协调',
  resolved: '已协调一致',
  cancelled: '对方已取消',
  waived: '不需再答复',
  filed: '意见已存卷',
}
