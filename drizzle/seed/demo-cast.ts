import type { Command } from '~/domain/proposal/command'
import type { Viewer } from '~/domain/people/viewer'

/** Acts as a named person on a day of the story: 09:30 in China. Keys follow from the order of acts. */
export class DemoCast {
  #acts = 0

  constructor(
    readonly viewers: ReadonlyMap<string, Viewer>,
    readonly bureauId: string,
    readonly realNow: Date,
  ) {}

  as(login: string, on: string): Command {
    const viewer = this.viewers.get(login)
    if (!viewer) throw new Error(`nobody plays ${login}`)
    this.#acts += 1
    return {
      viewer,
      now: new Date(`${on}T01:30:00Z`),
      realNow: this.realNow,
      key: `demo-${this.bureauId}-${this.#acts}`,
      reauthenticatedAt: this.realNow,
    }
  }
}
