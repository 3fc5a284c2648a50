import type { ReactNode } from 'react'
import { libraryReaders } from '~/domain/library/library-people'
import type { Role } from '~/domain/people/kinds'
import { DeskFrame } from './desk-frame'

type Place =
  'desk' | 'proposals' | 'approvals' | 'supervision' | 'asked' | 'library' | 'inbox' | 'jobs' | 'people'

type Props = {
  frame: {
    bureau: string
    user: { name: string; place: string; duties: string[] }
    roles: Role[]
    isDemo: boolean
    testClock: string | null
    unread: number
  }
  here?: Place | undefined
  wide?: boolean | undefined
  /** Words searched for, shown again in the search field. */
  query?: string | undefined
  counts?: Partial<Record<Place, number>> | undefined
  children: ReactNode
}

const reviewing: readonly Role[] = [
  'division_head',
  'office_reviewer',
  'secrecy_reviewer',
  'openness_reviewer',
  'deputy',
  'director',
]

const placeWords: Record<Place, { label: string; href: string }> = {
  desk: { label: '我的待办', href: '/desk' },
  proposals: { label: '建议提案', href: '/proposals' },
  approvals: { label: '审签', href: '/approvals' },
  supervision: { label: '督办', href: '/supervision' },
  asked: { label: '会办', href: '/asked' },
  library: { label: '往年答复', href: '/library' },
  inbox: { label: '收件', href: '/inbox' },
  jobs: { label: '后台任务', href: '/admin/jobs' },
  people: { label: '人员与单位', href: '/admin/people' },
}

const supervising: readonly Role[] = ['supervisor', 'coordinator']

/** Which places a person has: a co-handling unit has its requests, everybody else the bureau's rooms. */
function placesOf(roles: readonly Role[]): Place[] {
  if (roles.every((role) => role === 'co_handler')) return ['asked']
  if (roles.includes('system_admin')) return ['desk', 'people', 'jobs']
  if (roles.includes('security_admin')) return ['desk', 'people']
  const places: Place[] = ['desk', 'proposals']
  if (roles.some((role) => reviewing.includes(role))) places.push('approvals')
  if (roles.some((role) => supervising.includes(role))) places.push('supervision')
  if (roles.some((role) => libraryReaders.includes(role))) places.push('library')
  return places
}

/** The desk frame with the places of this person. */
export function HouseFrame({ frame, here, wide, query, counts = {}, children }: Props) {
  const places = placesOf(frame.roles).map((place) => ({
    ...placeWords[place],
    count: counts[place],
    here: place === here,
  }))
  const isUnit = places.every((place) => place.href === '/asked')
  return (
    <DeskFrame
      bureau={frame.bureau}
      places={places}
      user={frame.user}
      home={isUnit ? '/asked' : '/desk'}
      query={isUnit ? null : query}
      wide={wide}
      testClock={frame.testClock ?? undefined}
      isDemo={frame.isDemo}
      inbox={{ unread: frame.unread, here: here === 'inbox' }}
    >
      {children}
    </DeskFrame>
  )
}
