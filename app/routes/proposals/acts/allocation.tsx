import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { allocate } from '~/domain/allocation/allocate.server'
import { readSuggestions } from '~/domain/allocation/read-suggestions.server'
import type { ProposalRead } from '~/domain/proposal/read-proposal.server'
import { handlingRoles } from '~/domain/proposal/words-of-the-trade'
import { hiddenFields, optionalChoice } from '~/http/form-fields'
import { typedValue } from '~/http/form-state'
import { actionForUser, forUser, type UserVisit } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { errorsByField } from '~/ui/forms/error-summary'
import { RadioGroup } from '~/ui/forms/options'
import { Select } from '~/ui/forms/select'
import { handlingRoleWords } from '~/domain/proposal/words'
import { isOpen } from '~/domain/people/closing-places'
import { SimilarSection } from '../similar/similar-section'
import { similarOf } from '../similar/similar-of.server'
import { Suggestions, type Suggested } from './suggestions'
import { done, readAct, targetOf } from './act.server'
import { ActForm, formOf } from './act-form'

export const loader = forUser(async (visit) => {
  const { read, act } = await readAct(visit, 'allocate')
  const units = read.units.filter((u) => isOpen(u) && u.kind === 'co_handling')
  return {
    act,
    divisions: read.divisions.filter(isOpen).map((d) => ({ value: d.id, label: d.name })),
    units: units.map((u) => ({ value: u.id, label: u.fullName })),
    ...(await suggested(visit, read, units)),
  }
})

/** What is suggested, and what of it was clicked: a suggestion is a link that opens the form with it chosen. */
async function suggested(visit: UserVisit, read: ProposalRead, units: ProposalRead['units']) {
  const { id, registerNo, subject, text } = read.facts.proposal
  const similar = await similarOf(visit)
  const item = { id, subject, text, sponsors: read.sponsors.map((s) => s.name) }
  const found = await readSuggestions(visit.viewer, item, { divisions: read.divisions, units }, similar)
  const query = new URL(visit.request.url).searchParams
  const chosen = { division: query.get('division') ?? '', unit: query.get('unit') ?? '' }
  const href = (choice: Partial<typeof chosen>) =>
    `${paths.act(registerNo, 'allocation')}?${new URLSearchParams({ ...chosen, ...choice }).toString()}`
  const nameOf = (list: readonly { id: string; name: string }[], one: string) =>
    list.find((known) => known.id === one)?.name ?? ''
  const named = units.map((u) => ({ id: u.id, name: u.fullName }))
  return {
    similar,
    chosen,
    suggestedDivisions: found.divisions.map((s): Suggested => ({
      name: nameOf(read.divisions, s.id),
      reasons: s.reasons,
      href: href({ division: s.id }),
    })),
    suggestedUnits: found.units.map((s): Suggested => ({
      name: nameOf(named, s.id),
      reasons: s.reasons,
      href: href({ unit: s.id }),
    })),
  }
}

const fields = z.object({
  ...hiddenFields,
  divisionId: z.uuid('请选择承办处室。'),
  handlingRole: z.enum(handlingRoles, '请选择本局的办理身份。'),
  leadUnitId: optionalChoice(z.uuid()),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { divisionId, handlingRole, leadUnitId } = value
  await allocate(command, await targetOf(visit, value.version), { divisionId, handlingRole, leadUnitId })
  return done(visit, 'allocated')
})

const labels = { divisionId: '承办处室', handlingRole: '办理身份', leadUnitId: '主办单位' }
const hints = {
  sole: '由本局一家办理',
  lead: '本局答复代表委员，其他单位会办',
  separate: '各单位就自己的部分分别答复',
  assist: '本局只向主办单位提会办意见',
}

export default function Allocate() {
  const { act, divisions, units, similar, chosen, suggestedDivisions, suggestedUnits } =
    useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const errors = errorsByField(form?.problems ?? [])
  return (
    <>
      <ActForm
        title="分办到处室"
        intro="先定本局是什么身份，再交给处室签收。"
        act={act}
        form={form}
        labels={labels}
        submit="分办"
      >
        <RadioGroup
          name="handlingRole"
          label="办理身份"
          required
          options={handlingRoles.map((role) => ({
            value: role,
            label: handlingRoleWords[role],
            hint: hints[role],
          }))}
          value={typedValue(form, 'handlingRole')}
          error={errors['handlingRole']}
        />
        <Select
          name="divisionId"
          label="承办处室"
          required
          empty="请选择"
          options={divisions}
          value={typedValue(form, 'divisionId', chosen.division)}
          error={errors['divisionId']}
        />
        <Select
          name="leadUnitId"
          label="主办单位"
          hint="只在会办时填"
          empty="（不是会办）"
          options={units}
          value={typedValue(form, 'leadUnitId', chosen.unit)}
          error={errors['leadUnitId']}
        />
      </ActForm>
      <Suggestions
        id="divisions"
        title="建议分给"
        hint="按案由、正文用词和往年分办推算，供参考，由您决定。"
        list={suggestedDivisions}
      />
      <Suggestions
        id="units"
        title="可能涉及的单位"
        hint="本局会办时可选作主办单位；本局主办的，分办后由承办人请他们会办。"
        list={suggestedUnits}
      />
      <SimilarSection number={act.number} cases={similar} />
    </>
  )
}
