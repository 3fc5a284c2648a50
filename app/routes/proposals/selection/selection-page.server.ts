import { whyNoSheet } from '~/domain/allocation/render-transfer-sheets.server'
import type { Facts } from '~/domain/proposal/facts'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { readSelection } from '~/domain/proposal/read-selection.server'
import type { Refusal } from '~/domain/refusals'
import type { UserVisit } from '~/http/for-user.server'
import { numberWords, proposalStateWords } from '~/ui/words'
import { actsForViewer, selectionActs, type SelectionAct } from './selection-acts'
import { readSelectionQuery } from './selection-query'

export type SelectedItem = {
  registerNo: string
  version: number
  number: string
  subject: string
  state: string
  reasons: Refusal[]
}

/** What was selected, and of each item whether the act is open to it: the same guards as its own page asks. */
export async function readSelected(visit: UserVisit) {
  const { act, selection } = readSelectionQuery(new URL(visit.request.url).searchParams)
  const may = act !== null && actsForViewer(visit.viewer).includes(act)
  const { facts, isCut } = await readSelection(visit.viewer, selection, visit)
  const items = may ? facts.map((f) => itemOf(f, act)) : []
  const isOpen = (it: SelectedItem) => it.reasons.length === 0
  return { act, may, isCut, items: [...items.filter(isOpen), ...items.filter((it) => !isOpen(it))] }
}

function itemOf(f: Facts, act: SelectionAct): SelectedItem {
  const { registerNo, version, officialNo, track, subject, state } = f.proposal
  return {
    registerNo,
    version,
    number: numberWords(officialNo, track),
    subject,
    state: proposalStateWords[state],
    reasons: reasonsOf(f, act),
  }
}

function reasonsOf(f: Facts, act: SelectionAct): Refusal[] {
  const { event } = selectionActs[act]
  if (event) {
    if (event === 'flag_key' && f.proposal.priority === 'key')
      return [{ code: 'KEY_ALREADY', message: '已经是重点件。', whoCanResolve: '' }]
    return reasonsAgainst(event, f).map((reason) =>
      reason.code === 'WRONG_STATE'
        ? {
            ...reason,
            message: `现在是“${proposalStateWords[f.proposal.state]}”，不到或已过这一步。`,
            whoCanResolve: '',
          }
        : reason,
    )
  }
  const why = act === 'sheets' ? whyNoSheet({ facts: f }) : null
  return why ? [why] : []
}
