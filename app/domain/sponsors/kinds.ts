/** Organisations that propose: domain.md §2.3. Its delegation 代表团 is of the congress, the others of the conference. */
export const organisationKinds = [
  'party', 'peoples_organisation', 'sector', 'member_group', 'special_committee', 'delegation', 'workstation', 'other',
] as const // prettier-ignore
export type OrganisationKind = (typeof organisationKinds)[number]

export const organisationKindWords: Record<OrganisationKind, string> = {
  party: '党派',
  peoples_organisation: '人民团体',
  sector: '界别',
  member_group: '委员小组',
  special_committee: '专门委员会',
  delegation: '代表团',
  workstation: '委员工作站',
  other: '其他集体',
}

/** What a co-signer agreed to: 撤回 · 由领衔人转告 */
export const consentPurposes = ['withdrawal', 'relay'] as const
export type ConsentPurpose = (typeof consentPurposes)[number]
