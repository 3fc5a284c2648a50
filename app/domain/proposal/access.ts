/** How far a party sees: staff everything; unit its own request; delegate letters; oversight all but drafts and opinions. */
export const accessScopes = ['staff', 'unit', 'delegate', 'oversight'] as const
export type AccessScope = (typeof accessScopes)[number]

export type AccessRow = { party: string; scope: AccessScope }

/** Sorts after every real day: nothing is due. */
export const nothingDue = '9999-12-31'

/** The access rows a proposal must have, from who handles it, who is asked and who proposed it. */
export function accessRows(proposal: {
  divisionId: string | null
  askedUnitIds: readonly string[]
  askedDivisionIds: readonly string[]
  sponsorIds: readonly string[]
}): AccessRow[] {
  const staff = [proposal.divisionId, ...proposal.askedDivisionIds].filter((id) => id !== null)
  const rows: AccessRow[] = [
    { party: 'bureau', scope: 'staff' },
    { party: 'oversight', scope: 'oversight' },
    ...[...new Set(staff)].map((id): AccessRow => ({ party: `division:${id}`, scope: 'staff' })),
    ...[...new Set(proposal.askedUnitIds)].map((id): AccessRow => ({ party: `unit:${id}`, scope: 'unit' })),
    ...[...new Set(proposal.sponsorIds)].map((id): AccessRow => ({
      party: `delegate:${id}`,
      scope: 'delegate',
    })),
  ]
  return rows
}
