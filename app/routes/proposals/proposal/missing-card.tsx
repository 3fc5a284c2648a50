import { Stamps } from '~/ui/marks/stamps'
import { WhyNot } from '~/ui/marks/why-not'
import type { Missing } from './what-is-missing'

/** 还缺什么: stamps, and for each who can help and where. */
export function MissingCard({ goal, missing }: { goal: string; missing: readonly Missing[] }) {
  if (missing.length === 0) return null
  return (
    <section className="card" aria-labelledby="missing">
      <div className="pad miss">
        <h2 id="missing" className="vh">
          还缺什么
        </h2>
        <Stamps missing={missing.map(({ stamp, href }) => ({ label: stamp, href }))} />
      </div>
      <WhyNot id="why-not" title={`还不能${goal}，差 ${missing.length} 项：`} items={missing} />
    </section>
  )
}
