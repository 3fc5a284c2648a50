import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { refuseSpellings } from '~/domain/delegates/name-sponsors.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { readRegistrationChoices } from '~/domain/intake/registration-choices.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { blankForm, typedValue } from '~/http/form-state'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import type { Typed } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { PageHead } from '~/ui/parts/page-head'
import { refusedRegistration, registrationAgain } from './refused-registration.server'
import { RegisterAside } from './register-aside'
import { registrationForm } from './registration-form'
import { ContentFields, HandoverFields, ItemFields, registrationLabels } from './registration-fields'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `登记一件 · ${page?.frame.bureau ?? '复函'}` },
]

const registrars = { roles: ['registrar'] } as const

export const loader = forUser(
  async (visit) => ({
    frame: frameOf(visit),
    key: newKey(),
    today: shanghaiDay(visit.now),
    choices: await readRegistrationChoices(visit.viewer),
  }),
  registrars,
)

export const action = actionForUser(async (visit) => {
  let typed: Typed = {}
  const keep = (given: Typed) => {
    typed = given
  }
  try {
    const { value, command } = await readWrite({ ...visit, keep }, registrationForm)
    if (typed['look']) return await registrationAgain(visit, { ...blankForm, typed })
    const { asks, key, ...registration } = value
    await refuseSpellings(visit.viewer, registration)
    const { proposalId, registerNo } = await registerProposal(command, registration)
    // Its own key, made of the form's: a form pressed again registers nothing and splits nothing twice.
    if (asks.length > 0) await recordAsks({ ...command, key: `${key}-asks` }, { proposalId }, { asks })
    return redirect(`${paths.proposal(registerNo)}?done=registered`, 303)
  } catch (error) {
    return await refusedRegistration(visit, error, typed)
  }
}, registrars)

export default function Register() {
  const { frame, key, today, choices } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = acted && 'form' in acted ? acted.form : undefined
  const more = acted && 'before' in acted ? acted : { before: null, due: null, similar: null }
  const errors = errorsByField(form?.problems ?? [])
  const fresh: Record<string, string> = { assignedOn: today, receivedOn: today }
  const value = (name: string) => typedValue(form, name, fresh[name] ?? '')
  const error = (name: string) => errors[name]
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="登记一件"
        crumb={[{ label: '建议提案', href: paths.proposals() }, { label: '登记一件' }]}
      />
      <div className="cols cols-rail">
        <form className="stack" method="post" encType="multipart/form-data">
          <ErrorSummary
            problems={form?.problems ?? []}
            labels={registrationLabels}
            title={`没有登记，还有 ${form?.problems.length ?? 0} 处要改，填好的都还在`}
          />
          <HiddenFields values={{ key }} />
          <Card id="item" title="哪一件" pad>
            <div className="fform">
              <ItemFields choices={choices} value={value} error={error} />
            </div>
          </Card>
          <Card id="content" title="提了什么，谁提的" pad>
            <div className="fform">
              <ContentFields value={value} error={error} />
            </div>
          </Card>
          <Card id="handover" title="交办" pad>
            <div className="fform">
              <HandoverFields choices={choices} value={value} error={error} />
            </div>
          </Card>
          <div className="row">
            <Button kind="do" size="l">
              登记
            </Button>
            <Button size="l" name="look" value="yes" formNoValidate>
              先查重复
            </Button>
            <LinkButton size="l" href={paths.proposals()}>
              取消
            </LinkButton>
          </div>
        </form>
        <RegisterAside form={form} before={more.before} due={more.due} similar={more.similar} />
      </div>
    </HouseFrame>
  )
}
