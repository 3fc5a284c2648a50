import { z } from 'zod'
import type { Asked } from '~/domain/co-handling/send-request.server'
import { isDay } from '~/domain/deadlines/day'
import type { Problem } from '~/domain/refusals'
import { hiddenFields, manyOf, optionalChoice, optionalLine } from '~/http/form-fields'

const mostWords = 1_000

/** One form for several parties: what all are asked, and beside each party a question or a day of its own. */
export const requestForm = z.looseObject({
  ...hiddenFields,
  unitId: manyOf(z.uuid('请选择会办单位。')),
  divisionId: manyOf(z.uuid('请选择会办处室。')),
  question: optionalLine('请会办的内容', mostWords),
  dueOn: optionalChoice(z.string().refine(isDay, '请填写期限，如 2026-03-05，或留空按规则。')),
})

export const ownQuestion = (id: string) => `question-${id}`
export const ownDay = (id: string) => `dueOn-${id}`

const typed = (value: unknown) => (typeof value === 'string' ? value.trim() : '')

/** The requests the form asks for, or what each still lacks. */
export function askedOf(form: z.output<typeof requestForm>): { asked: Asked[]; problems: Problem[] } {
  const parties = [
    ...form.unitId.map((id) => ({ id, unitId: id, divisionId: null })),
    ...form.divisionId.map((id) => ({ id, unitId: null, divisionId: id })),
  ]
  const problems: Problem[] =
    parties.length === 0 ? [{ field: 'unitId', message: '请选择会办单位或处室，可以多选。' }] : []
  const asked = parties.map(({ id, unitId, divisionId }): Asked => {
    const question = typed(form[ownQuestion(id)]) || form.question
    const dueOn = typed(form[ownDay(id)]) || form.dueOn
    if (question === '')
      problems.push({ field: 'question', message: '请填写请会办的内容，或在每家后面分别填写。' })
    if (question.length > mostWords)
      problems.push({ field: ownQuestion(id), message: `请会办的内容最多 ${mostWords} 字。` })
    if (dueOn !== null && !isDay(dueOn))
      problems.push({ field: ownDay(id), message: '请填写期限，如 2026-03-05，或留空。' })
    return { unitId, divisionId, question, dueOn }
  })
  const [first, ...others] = problems.filter((p) => p.field === 'question')
  return { asked, problems: problems.filter((p) => p === first || !others.includes(p)) }
}
