import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { shanghaiDay } from '~/domain/deadlines/day'
import { readReading } from '~/domain/intake/documents/read-document.server'
import { recordAsks } from '~/domain/intake/record-asks.server'
import { registerProposal } from '~/domain/intake/register-proposal.server'
import { readRegistrationChoices } from '~/domain/intake/registration-choices.server'
import { actionForUser, forUser } from '~/http/for-user.server'
import { typedValue } from '~/http/form-state'
import { frameOf } from '~/http/frame.server'
import { idParam } from '~/http/id-param'
import { newKey } from '~/http/new-key.server'
import type { Typed } from '~/http/parse-form.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { Button, LinkButton } from '~/ui/forms/button'
import { ErrorSummary, errorsByField } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { FileList } from '~/ui/parts/file-list'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { listedFile } from '../../files/listed-file'
import { refusedRegistration } from '../refused-registration.server'
import { RegisterAside } from '../register-aside'
import { ContentFields, HandoverFields, ItemFields, registrationLabels } from '../registration-fields'
import { registrationFromDocument } from '../registration-form'
import { FieldsRead } from './fields-read'
import { SourceView } from './source-view'

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: `核对原件并登记 · ${page?.frame.bureau ?? '复函'}` },
]

const registrars = { roles: ['registrar'] } as const

export const loader = forUser(async (visit) => {
  const reading = await readReading(visit.viewer, idParam(visit.params, 'readingId'))
  return {
    frame: frameOf(visit),
    key: newKey(),
    today: shanghaiDay(visit.now),
    choices: await readRegistrationChoices(visit.viewer),
    text: reading.text,
    whyUnread: reading.whyUnread,
    fields: reading.fields,
    file: listedFile(reading.file),
  }
}, registrars)

export const action = actionForUser(async (visit) => {
  let typed: Typed = {}
  const keep = (given: Typed) => {
    typed = given
  }
  try {
    const { value, command } = await readWrite({ ...visit, keep }, registrationFromDocument)
    const { asks, key, accepted, ...registration } = value
    const readingId = idParam(visit.params, 'readingId')
    const made = await registerProposal(command, registration, { readingId, accepted })
    if (asks.length > 0)
      await recordAsks({ ...command, key: `${key}-asks` }, { proposalId: made.proposalId }, { asks })
    return redirect(`${paths.proposal(made.registerNo)}?done=registered`, 303)
  } catch (error) {
    return await refusedRegistration(visit, error, typed)
  }
}, registrars)

export default function RegisterFromDocument() {
  const { frame, key, today, choices, text, whyUnread, fields, file } = useLoaderData<typeof loader>()
  const acted = useActionData<typeof action>()
  const form = acted && 'form' in acted ? acted.form : undefined
  const more = acted && 'before' in acted ? acted : { before: null, due: null, similar: null }
  const errors = errorsByField(form?.problems ?? [])
  const fresh: Record<string, string> = {
    assignedOn: today,
    receivedOn: today,
    ...Object.fromEntries(fields.map(({ field, value }) => [field, value])),
  }
  const value = (name: string) => typedValue(form, name, fresh[name] ?? '')
  const error = (name: string) => errors[name]
  const shown = fields.map(({ field, value: read, place, confidence }) => ({
    field,
    value: read,
    confidence,
    hasPlace: place !== null,
    page: place?.page ?? null,
  }))
  const places = fields.flatMap(({ field, place }) => (place ? [{ field, ...place }] : []))
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="核对原件并登记"
        crumb={[
          { label: '建议提案', href: paths.proposals() },
          { label: '由原件登记', href: paths.fromDocument() },
          { label: '核对并登记' },
        ]}
      />
      <div className="cols cols-source">
        <form className="stack" method="post" encType="multipart/form-data">
          <ErrorSummary
            problems={form?.problems ?? []}
            labels={registrationLabels}
            title={`没有登记，还有 ${form?.problems.length ?? 0} 处要改，填好的都还在`}
          />
          <HiddenFields values={{ key }} />
          {whyUnread ? <Note tone="amber">{whyUnread}</Note> : null}
          {fields.length > 0 ? (
            <Card id="read" title="机器读出的内容" note={`${fields.length} 项，请逐项和原件对照`}>
              <FieldsRead
                fields={shown}
                meetings={choices.meetings}
                accepted={form?.typed['accepted'] ?? []}
              />
              <p className="hint pad">
                一致的打勾；不对的在下面的登记表里改正。没有打勾也没有改的，登记后还要核对，核对完才能转入研判。
              </p>
            </Card>
          ) : null}
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
            <LinkButton size="l" href={paths.fromDocument()}>
              换一份原件
            </LinkButton>
          </div>
        </form>
        <div className="stack">
          <Card id="source" title="原件" pad>
            <FileList files={[file]} />
          </Card>
          {text ? (
            <Card id="source-text" title="原件的文字">
              <SourceView text={text} places={places} />
            </Card>
          ) : null}
          <RegisterAside form={form} before={more.before} due={more.due} similar={more.similar} />
        </div>
      </div>
    </HouseFrame>
  )
}
