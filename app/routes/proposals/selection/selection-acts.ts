import { isStaff, rolesOf, type Viewer } from '~/domain/people/viewer'
import type { EventName } from '~/domain/proposal/events'
import { ruleOf } from '~/domain/proposal/events'

/** What can be done to a selected list: an event each by its own rules, or something to take away. */
export const selectionActs = {
  allocate: { label: '分办到处室', event: 'allocate' },
  triage: { label: '转入研判', event: 'submit_for_triage' },
  urge: { label: '催办', event: 'urge' },
  key: { label: '列为重点件', event: 'flag_key' },
  sheets: { label: '打印转办单', event: null },
  export: { label: '导出表格', event: null },
} as const satisfies Record<string, { label: string; event: EventName | null }>

export type SelectionAct = keyof typeof selectionActs

export const selectionActNames = Object.keys(selectionActs) as SelectionAct[]

/** What this viewer may ever do to a list; item by item the rules decide. */
export const actsForViewer = (viewer: Viewer): SelectionAct[] =>
  selectionActNames.filter((name) => {
    const { event } = selectionActs[name]
    if (event === null) return name === 'export' || isStaff(viewer)
    const who: object = ruleOf(event).who
    return rolesOf(viewer).some((role) => role in who)
  })
