export const publicationStates = ['proposed', 'reviewed'] as const
export type PublicationState = (typeof publicationStates)[number]
