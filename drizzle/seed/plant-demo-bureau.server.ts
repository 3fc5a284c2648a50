import { shanghaiDay, addDays, yearOf } from '~/domain/deadlines/day'
import { addUser } from '~/domain/people/add-user.server'
import { foundBureau, type Founded } from '~/domain/people/found-bureau.server'
import { openMeeting } from '~/domain/people/open-meeting.server'
import type { Membership, Viewer } from '~/domain/people/viewer'
import { tellBeside } from './demo-beside.server'
import { DemoCast } from './demo-cast'
import { plantDelegates } from './demo-delegates.server'
import { demoDivisions, demoPeople, demoUnits, type DemoPerson } from './demo-people'
import { demoProposals } from './demo-proposals'
import { tell, type DemoPlace } from './demo-story.server'

export type Times = { now: Date; realNow: Date }

/** Founds the demo bureau and tells every story of it through the domain's own commands. No raw insert anywhere. */
export async function plantDemoBureau(times: Times, passwordHash: string): Promise<void> {
  const founded = await foundBureau(
    {
      name: '云汀市科学技术局',
      shortName: '市科技局',
      region: '市',
      letterCode: '云科局函',
      opinionCode: '云科局提函',
      isDemo: true,
      divisions: demoDivisions,
      units: demoUnits,
    },
    times,
  )
  const viewers = new Map<string, Viewer>()
  for (const person of demoPeople)
    viewers.set(person.login, await addPerson(founded, person, times, passwordHash))
  const today = shanghaiDay(times.now)
  const cast = new DemoCast(viewers, founded.bureauId, times.realNow)
  await plantDelegates(cast, today)
  const place = await demoPlace(founded, cast, today)
  for (const p of demoProposals) await tell(place, p)
  await tellBeside(place)
}

async function addPerson(
  founded: Founded,
  person: DemoPerson,
  times: Times,
  passwordHash: string,
): Promise<Viewer> {
  const memberships = person.roles.map((role): Membership => ({
    role,
    divisionId:
      role === 'division_head' || role === 'handler'
        ? (founded.divisionIds[person.division ?? ''] ?? null)
        : null,
    unitId: role === 'co_handler' ? (founded.unitIds[person.unit ?? ''] ?? null) : null,
  }))
  const { login, name, title } = person
  const userId = await addUser(
    founded.founder,
    { login, name, title, phone: '0000-61208812', passwordHash, memberships },
    times,
  )
  return { bureauId: founded.bureauId, userId, delegateId: null, letterId: null, name, memberships }
}

async function demoPlace(founded: Founded, cast: DemoCast, today: string): Promise<DemoPlace> {
  const openedOn = addDays(today, -100)
  const session = Math.max(1, yearOf(today) - 2022)
  const handlerId = cast.as('chengban', today).viewer.userId ?? ''
  const units = demoPeople.flatMap((p): [string, string][] => (p.unit ? [[p.unit, p.login]] : []))
  return {
    cast,
    today,
    handlerId,
    divisionId: founded.divisionIds['成果转化处'] ?? '',
    unitIds: founded.unitIds,
    unitLogins: new Map(units),
    assigningUnitId: founded.unitIds['市政府办公厅'] ?? '',
    meetings: {
      npc: await openMeeting(founded.founder, { track: 'npc', region: '市', term: 6, session, openedOn }),
      cppcc: await openMeeting(founded.founder, { track: 'cppcc', region: '市', term: 7, session, openedOn }),
    },
  }
}
