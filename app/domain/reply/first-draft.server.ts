import { asc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '~/db/client.server'
import { appUser, division, meeting, unit } from '~/db/schema/people'
import { meetingPhrase } from '../deadlines/meeting-words'
import { fill } from '../deadlines/pattern'
import { docFromPlainText } from '../drafting/rich-text'
import type { Draft } from '../drafting/save-draft.server'
import type { Facts } from '../proposal/facts'
import { trackWords } from '../proposal/words'
import { answeredBy } from '../sponsors/answered'
import { salutationFor } from '../sponsors/salutation-for'

/** The first revision, laid out by the profile: title, salutation, opening, cc order, contact. */
export async function firstDraft(tx: Tx, f: Facts, kind: 'reply' | 'opinion'): Promise<Draft> {
  const [held, asked, cc] = await Promise.all([heldMeeting(tx, f), askedUnits(tx, f), ccUnits(tx, f)])
  const isOrganisation = f.proposal.sponsorKind === 'organisation'
  const lead = kind === 'opinion' ? await leadUnit(tx, f) : null
  return {
    doc: docFromPlainText(kind === 'opinion' ? '' : opening(f, asked, isOrganisation)),
    fields: {
      title:
        kind === 'opinion'
          ? opinionTitle(f, held)
          : fill(f.profile.wording.title[f.proposal.track], {
              issuer: f.bureau.name,
              meeting: held,
              officialNo: f.proposal.officialNo,
            }),
      salutation: lead ? `${lead}：` : firstSalutation(f),
      contact: await contactLine(tx, f),
      cc: kind === 'opinion' ? [] : cc,
      attachments: [],
      printsOutcome: kind === 'reply',
      hasNoCc: false,
    },
    outcome: null,
    openness: null,
    opennessGround: '',
  }
}

function opening(f: Facts, asked: readonly string[], isOrganisation: boolean) {
  const { wording } = f.profile
  const values = {
    pronoun: isOrganisation ? wording.pronoun.organisation : wording.pronoun.individual,
    subject: f.proposal.subject,
    officialNo: f.proposal.officialNo,
  }
  if (asked.length === 0) return fill(wording.opening[f.proposal.track], values)
  return fill(wording.openingWithCoHandlers[f.proposal.track], { ...values, coHandlers: asked.join('、') })
}

const opinionTitle = (f: Facts, held: string) =>
  `${f.bureau.name}关于${held}第${f.proposal.officialNo}号${trackWords[f.proposal.track]}的会办意见`

function firstSalutation(f: Facts) {
  const [first] = answeredBy(f)
  return first ? salutationFor(f, first) : ''
}

async function heldMeeting(tx: Tx, f: Facts) {
  const [row] = await tx.select().from(meeting).where(eq(meeting.id, f.proposal.meetingId))
  return row
    ? meetingPhrase({
        placePrefix: row.region,
        track: f.proposal.track,
        term: row.term,
        session: row.session,
      })
    : ''
}

const askedIds = (f: Facts) =>
  f.requests
    .filter((r) => r.round === f.proposal.round && r.state !== 'cancelled' && r.state !== 'waived')
    .flatMap((r) => r.unitId ?? [])

async function askedUnits(tx: Tx, f: Facts) {
  const ids = askedIds(f)
  if (ids.length === 0) return []
  const rows = await tx.select().from(unit).where(inArray(unit.id, ids)).orderBy(asc(unit.position))
  return rows.map((row) => row.shortName)
}

/** The profile's cc order: government office, the track's oversight body, then the co-handlers asked. */
async function ccUnits(tx: Tx, f: Facts) {
  const rows = await tx.select().from(unit).orderBy(asc(unit.position))
  const ids = askedIds(f)
  return f.profile.ccOrder[f.proposal.track].flatMap((kind) =>
    rows
      .filter((row) => (kind === 'co_handling' ? ids.includes(row.id) : row.kind === kind))
      .map((row) => row.shortName),
  )
}

async function leadUnit(tx: Tx, f: Facts) {
  const [row] = await tx
    .select()
    .from(unit)
    .where(eq(unit.id, f.proposal.leadUnitId ?? ''))
  return row?.fullName ?? null
}

/** “成果转化处 沈知白，电话：…”: the staff contact, never the delegate's. */
async function contactLine(tx: Tx, f: Facts) {
  const [person] = await tx
    .select({ name: appUser.name, phone: appUser.phone })
    .from(appUser)
    .where(eq(appUser.id, f.proposal.handlerId ?? ''))
  const [home] = await tx
    .select({ name: division.name })
    .from(division)
    .where(eq(division.id, f.proposal.divisionId ?? ''))
  if (!person || !home) return ''
  return `联系人：${home.name}${person.name}${person.phone ? `，电话：${person.phone}` : ''}`
}
