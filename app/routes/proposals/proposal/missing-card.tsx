import { Stamps } from '~/ui/marks/stamps'
import { WhyNot } from '~/ui/marks/why-not'
import type { Missing } from './what-is-missing'

type Props = { goal: string; missing: readonly Missing[]; met: readonly string[] }

/** 还缺什么: stamps of what is missing and what is there, and for each missing thing who can help and where. */
export function MissingCard({ goal, missing, met }: Props) {
  if (missing.length === 0 && met.length === 0) return null
  return (
    <section className="card" aria-labelledby="missing">
      <div className="pad miss">
        <h2 id="missing" className="vh">
          {missing.length > 0 ? '还缺什么' : `${goal}的条件都已具备`}
        </h2>
        <Stamps missing={missing.map(({ stamp, href }) => ({ label: stamp, href }))} met={met} />
      </div>
      {missing.length > 0 ? (
        <WhyNot id="why-not" title={`还不能${goal}，差 ${missing.length} 项：`} items={missing} />
      ) : null}
    </section>
  )
}
