import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { shanghaiDay } from '~/domain/deadlines/day'
import { divisionsOf, readQueue } from '~/domain/desk/read-queue.server'
import { takeNext, type Taken } from '~/domain/desk/take-next.server'
import { Invalid } from '~/domain/refusals'
import { hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
import { HouseFrame } from '~/ui/layout/house-frame'
import { Card } from '~/ui/parts/card'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { WorkTable } from '~/ui/table/work-table'
import { formOf } from '../proposals/acts/act-form'
import { queuePage, type QueueShown } from './queue-page'
import { TakeForms } from './take-forms'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `处室待领 · ${data?.frame.bureau ?? '复函'}` },
]

const divisionPeople = { roles: ['division_head', 'handler'] } as const

export const loader = forUser(async (visit) => {
  const { viewer } = visit
  const today = shanghaiDay(visit.now)
  const queues = await Promise.all(divisionsOf(viewer).map((id) => readQueue(viewer, id, today)))
  return {
    frame: frameOf(visit),
    queues: queues.map((queue) => ({ ...queuePage(viewer, queue), key: newKey() })),
  }
}, divisionPeople)

const fields = z.object({
  ...hiddenFields,
  divisionId: z.uuid('表单不完整，请刷新后重填。'),
  shown: z.string().max(20).default(''),
  /** self: 取下一件; give: 签收并交给. */
  how: z.enum(['self', 'give'], '表单不完整，请刷新后重填。'),
  handlerId: z.union([z.literal(''), z.uuid('请选择承办人。')]).default(''),
})

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, fields)
  const { divisionId, shown, how, handlerId } = value
  if (how === 'give' && handlerId === '')
    throw new Invalid([{ field: 'handlerId', message: '请选择承办人。' }])
  const taken = await takeNext(command, { divisionId, shown, handlerId: how === 'give' ? handlerId : null })
  return redirect(landing(taken, how), 303)
}, divisionPeople)

/** The taken one's own page, with the sentence that says what happened. */
function landing({ registerNo, kind, wasShown }: Taken, how: 'self' | 'give') {
  const isRequest = kind === 'request'
  const word = how === 'give' ? 'given' : isRequest ? 'taken_request' : 'taken'
  const to = isRequest ? paths.tab(registerNo, 'co-handling') : paths.proposal(registerNo)
  return `${to}?done=${word}${wasShown ? '' : '_instead'}`
}

export default function Queue() {
  const { frame, queues } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  return (
    <HouseFrame frame={frame}>
      <PageHead
        title="处室待领"
        note="分到处室、还没有人接手的；快到期的在前，重点件优先"
        crumb={[{ href: paths.desk(), label: '我的待办' }, { label: '处室待领' }]}
      />
      <div className="stack stack-l">
        {queues.map(({ key, ...queue }) => (
          <QueueCard key={queue.divisionId} queue={queue} formKey={key} form={form} />
        ))}
      </div>
    </HouseFrame>
  )
}

type CardProps = { queue: QueueShown; formKey: string; form: ReturnType<typeof formOf> }

function QueueCard({ queue, formKey, form }: CardProps) {
  const { divisionId, name, rows } = queue
  const isAnswered = form !== undefined && (form.typed['divisionId']?.[0] ?? divisionId) === divisionId
  return (
    <Card id={`queue-${divisionId}`} title={name} note={`${rows.length} 项`}>
      <TakeForms queue={queue} formKey={formKey} form={isAnswered ? form : undefined} />
      {rows.length > 0 ? (
        <WorkTable
          caption={`${name}等人接手的事项：快到期的在前，已超期的在后，重点件优先`}
          rows={rows.map(({ act, ...row }) => ({
            ...row,
            actions: (
              <LinkButton size="sm" href={act.href}>
                {act.label}
              </LinkButton>
            ),
          }))}
        />
      ) : (
        <div className="pad">
          <EmptyState title="没有待领的">综合处分办到处室、还没有签收的，会出现在这里。</EmptyState>
        </div>
      )}
    </Card>
  )
}
