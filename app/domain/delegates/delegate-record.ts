import { z } from 'zod'
import { delegateKinds } from '../people/kinds'
import { tracks } from '../proposal/words-of-the-trade'
import { organisationKinds } from '../sponsors/kinds'

const optional = (name: string, max: number) =>
  z.string().trim().max(max, `${name}最多 ${max} 字。`).default('')

/** One deputy, member or proposing organisation of one term. */
export const delegateRecord = z
  .object({
    track: z.enum(tracks, '请选择人大代表还是政协委员。'),
    kind: z.enum(delegateKinds, '请选择个人还是集体。'),
    organisationKind: z.enum(organisationKinds, '请选择是哪一种集体。').nullable(),
    name: z
      .string('请填写姓名或名称。')
      .trim()
      .min(1, '请填写姓名或名称。')
      .max(60, '姓名或名称最多 60 字。'),
    term: z.coerce
      .number('届次请填数字。')
      .int('届次请填整数。')
      .min(1, '届次从 1 起。')
      .max(99, '届次最大 99。'),
    sector: optional('界别', 40),
    delegation: optional('代表团', 40),
    liaisonGroup: optional('代表联系组', 60),
    workplace: optional('工作单位', 80),
    title: optional('职务', 60),
    phone: optional('电话', 60),
    address: optional('通讯地址', 120),
  })
  .refine((r) => (r.kind === 'organisation') === (r.organisationKind !== null), {
    path: ['organisationKind'],
    message: '集体请选择是哪一种；个人不用选。',
  })

export type DelegateRecord = z.output<typeof delegateRecord>

const identity = ['track', 'kind', 'name', 'term', 'sector', 'delegation', 'workplace'] as const
type Identity = Record<(typeof identity)[number], string | number>

/** Two people of one name are told apart by where they come from; the same in all of it is the same record. */
export const isSameRecord = (a: Identity, b: Identity) => identity.every((field) => a[field] === b[field])
