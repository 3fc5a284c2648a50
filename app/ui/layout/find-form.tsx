import { Icon } from '../icon'

export function FindForm({ query }: { query?: string | undefined }) {
  return (
    <form className="find" method="get" action="/proposals" aria-label="查找建议提案">
      <label className="vh" htmlFor="find">
        查找建议提案：编号、案由、代表委员
      </label>
      <Icon name="search" />
      <input id="find" name="q" type="search" placeholder="编号、案由、代表委员" defaultValue={query} />
    </form>
  )
}
