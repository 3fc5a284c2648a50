import { z } from 'zod'
import { startBatch } from '~/domain/batches/start-batch.server'
import { handlingRoles } from '~/domain/proposal/words-of-the-trade'
import { mostSelected, readSelection } from '~/domain/proposal/read-selection.server'
import { Invalid, NotFound } from '~/domain/refusals'
import { hiddenFields, line, manyOf, optionalChoice } from '~/http/form-fields'
import type { UserVisit } from '~/http/for-user.server'
import { readWrite } from '~/http/write.server'
import { numberWords } from '~/ui/words'
import { selectionActs } from './selection-acts'

const common = {
  ...hiddenFields,
  /** 2026-0017~3: the item and the version it was shown in. */
  item: manyOf(z.string().regex(/^[\w-]{1,20}~\d{1,9}$/, '选中的件不完整，请回到清单重新选。')).pipe(
    z
      .array(z.string())
      .min(1, '没有选中可以办的件，请回到清单重新选。')
      .max(mostSelected, `一次最多 ${mostSelected} 件。`),
  ),
}

const fields = z.discriminatedUnion('act', [
  z.object({
    ...common,
    act: z.literal('allocate'),
    divisionId: z.uuid('请选择承办处室。'),
    handlingRole: z.enum(handlingRoles, '请选择本局的办理身份。'),
    leadUnitId: optionalChoice(z.uuid('请选择主办单位。')),
  }),
  z.object({ ...common, act: z.literal('triage') }),
  z.object({ ...common, act: z.literal('urge'), reason: line('理由', 200) }),
  z.object({ ...common, act: z.literal('key'), reason: line('理由', 500) }),
]) // prettier-ignore

/** Starts what was confirmed, as a batch that works item by item. @throws Invalid · Refused · NotFound · Conflict */
export async function startSelected(visit: UserVisit): Promise<{ batchId: string }> {
  const { value, command } = await readWrite(visit, fields)
  const { act, item, key: _key, version: _version, shownState: _shown, ...input } = value
  if (act === 'allocate' && value.handlingRole === 'assist' && !value.leadUnitId)
    throw new Invalid([{ field: 'leadUnitId', message: '会办件请选择主办单位。' }])
  const versions = new Map(item.map((one) => [one.slice(0, one.lastIndexOf('~')), Number(one.slice(one.lastIndexOf('~') + 1))])) // prettier-ignore
  const { facts } = await readSelection(visit.viewer, { registerNos: [...versions.keys()] }, visit)
  if (facts.length < versions.size) throw new NotFound('proposal')
  const { event, label } = selectionActs[act]
  return await startBatch(command, {
    kind: event,
    title: `${label} ${facts.length} 件`,
    items: facts.map(({ proposal: p }) => ({
      label: `${numberWords(p.officialNo, p.track)} ${p.subject}`,
      subjectId: p.id,
      input: { ...input, version: versions.get(p.registerNo) },
    })),
  })
}
