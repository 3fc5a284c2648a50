import { describe, expect, it } from 'vitest'
import { chongqingNpc } from '~/domain/deadlines/profiles/chongqing'
import { fujianNpc } from '~/domain/deadlines/profiles/fujian'
import { qingdaoNpc, shandongNpc } from '~/domain/deadlines/profiles/shandong'
import { shanghaiNpc } from '~/domain/deadlines/profiles/shanghai'
import { statutoryDefault } from '~/domain/deadlines/profiles/statutory-default'
import type { RuleProfile } from '~/domain/deadlines/rule-profile'
import type { SponsorFacts } from '~/domain/proposal/facts-beside'
import { reasonsAgainst } from '~/domain/proposal/refusal'
import { answeredBy, unknownLiaison } from '~/domain/sponsors/answered'
import { salutationFor } from '~/domain/sponsors/salutation-for'
import { facts, person, sponsorFacts } from '../support/facts'

const lead = sponsorFacts({ id: '1', name: '郎静' })
const second = sponsorFacts({ id: '2', name: '祁观澜' })
const third = sponsorFacts({ id: '3', name: '邢伯文' })

const byLetter = (
  profile: RuleProfile,
  sponsors: SponsorFacts[],
  sponsorKind: 'joint' | 'organisation' | 'individual' = 'joint',
) =>
  answeredBy({ profile, proposal: { sponsorKind }, sponsors })
    .filter((to) => to.by === 'letter')
    .map((to) => to.through || to.name)

describe('who of joint signers gets a letter', () => {
  it.each([
    ['by the statutory default', statutoryDefault],
    ['in 重庆', chongqingNpc],
    ['in 上海', shanghaiNpc],
  ])('each of them %s', (_where, profile) =>
    expect(byLetter(profile, [lead, second, third])).toEqual(['郎静', '祁观澜', '邢伯文']),
  )

  it('in 青岛 the lead, who tells the others', () =>
    expect(byLetter(qingdaoNpc, [lead, second])).toEqual(['郎静']))

  it('in 山东 each, until every co-signer has agreed to hear it from the lead', () => {
    const relay = { consents: ['relay'] as const }
    expect(byLetter(shandongNpc, [lead, second, third])).toHaveLength(3)
    expect(byLetter(shandongNpc, [lead, { ...second, ...relay }, third])).toHaveLength(3)
    expect(byLetter(shandongNpc, [lead, { ...second, ...relay }, { ...third, ...relay }])).toEqual(['郎静'])
  })

  it('a consent does not take a letter away where the profile answers each', () =>
    expect(byLetter(shanghaiNpc, [lead, { ...second, consents: ['relay'] }])).toEqual(['郎静', '祁观澜']))

  it('one alone is answered, whatever the profile', () =>
    expect(byLetter(qingdaoNpc, [lead], 'individual')).toEqual(['郎静']))
})

describe('who of an organisation gets the letter', () => {
  const delegation = sponsorFacts({
    id: '9', name: '渝北代表团', isOrganisation: true, organisationKind: 'delegation', liaisonGroup: '渝北代表联系组',
  }) // prettier-ignore

  it('a delegation is answered through its liaison group in 重庆, itself elsewhere', () => {
    expect(byLetter(chongqingNpc, [delegation], 'organisation')).toEqual(['渝北代表联系组'])
    expect(byLetter(statutoryDefault, [delegation], 'organisation')).toEqual(['渝北代表团'])
    expect(byLetter(fujianNpc, [delegation], 'organisation')).toEqual(['渝北代表团'])
  })

  it('a party or a sector is answered itself in 重庆 too', () =>
    expect(
      byLetter(
        chongqingNpc,
        [{ ...delegation, organisationKind: 'party', liaisonGroup: '' }],
        'organisation',
      ),
    ).toEqual(['渝北代表团']))

  it('a delegation without a recorded liaison group cannot be submitted', () => {
    const nobody = { ...delegation, liaisonGroup: '' }
    const f = facts(person('handler'), {
      profile: chongqingNpc,
      sponsors: [nobody],
      proposal: { sponsorKind: 'organisation', track: 'npc' },
    })
    expect(unknownLiaison(f)).toBe(true)
    expect(reasonsAgainst('submit_for_clearance', f).map((r) => r.code)).toEqual(['LIAISON_KNOWN'])
  })

  it('the salutation names the body that receives it', () => {
    const f = facts(person('handler'), { profile: chongqingNpc, sponsors: [delegation] })
    expect(salutationFor(f, { delegateId: '9', name: '渝北代表团', through: '渝北代表联系组' })).toBe(
      '渝北代表联系组：',
    )
  })
})
