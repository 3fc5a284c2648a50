import { isDay, shanghaiDay } from '../../deadlines/day'
import type { Facts } from '../facts'
import { namesOf } from '../who-can-help'
import { no, text, type FactGuard, type InputGuard } from './answers'

const listed = (f: Facts, field: string): readonly unknown[] => {
  const value = f.input[field]
  return Array.isArray(value) ? value : []
}

const isOwed = (f: Facts) => f.proposal.sponsorKind === 'joint' && f.sponsors.length > 1

/** Who proposed it, who agreed to what. */
export const sponsorGuards = {
  DELEGATE_LETTER: {
    input: (f) => {
      if (!text(f, 'letter'))
        return { field: 'letter', message: '请填写撤回来函的名称。撤回须由提出人书面提出。' }
      const day = text(f, 'letterOn')
      return isDay(day) && day <= shanghaiDay(f.now)
        ? null
        : { field: 'letterOn', message: '请填写来函日期，不能晚于今天。' }
    },
  },
  /** 联名的须一致同意（上海规定）。 */
  JOINT_CONSENT: {
    input: (f) => {
      if (!isOwed(f)) return null
      const agreed = listed(f, 'consentedIds')
      const missing = f.sponsors.filter((s) => !agreed.includes(s.id) && !s.consents.includes('withdrawal'))
      return missing.length === 0
        ? null
        : {
            field: 'consentedIds',
            message: `联名提出的须全体同意才能撤回，还差${missing.map((s) => s.name).join('、')}。`,
          }
    },
  },
  LEAD_SPONSOR: {
    input: (f) => {
      const lead = text(f, 'leadId')
      if (!f.sponsors.some((s) => s.id === lead)) return { field: 'leadId', message: '请选择领衔的提出人。' }
      return lead !== f.sponsors[0]?.id && f.proposal.state !== 'registered' && f.proposal.state !== 'triage'
        ? { field: 'leadId', message: '已分办到处室，领衔人不能再改；登记有误的，请先退回研判。' }
        : null
    },
  },
  CO_SIGNED: (f) =>
    isOwed(f) ? null : no('CO_SIGNED', '不是联名提出的，没有转告的问题。', namesOf('coordinator', f)),
  CONSENT_RECORDED: {
    input: (f) => {
      const signers = f.sponsors.slice(1).map((s) => s.id)
      const agreed = listed(f, 'consentedIds')
      if (agreed.length === 0 || !agreed.every((id) => signers.some((signer) => signer === id)))
        return { field: 'consentedIds', message: '请选择同意由领衔人转告的联名人。' }
      const day = text(f, 'consentedOn')
      if (!isDay(day) || day > shanghaiDay(f.now))
        return { field: 'consentedOn', message: '请填写同意的日期，不能晚于今天。' }
      return text(f, 'basis') ? null : { field: 'basis', message: '请写明依据，如书面同意、电话记录。' }
    },
  },
} satisfies Record<string, FactGuard | InputGuard>
