import { Button } from '../forms/button'

export type SignedIn = {
  name: string
  /** 成果转化处, 市教委 */
  place: string
  /** 承办人、处室负责人 */
  duties?: readonly string[] | undefined
}

export function UserMenu({ name, place, duties = [] }: SignedIn) {
  return (
    <details className="me">
      <summary>
        <b>{name}</b> · {place}
      </summary>
      <div className="me-menu">
        {duties.length === 0 ? null : <p className="hint">{duties.join('、')}</p>}
        <p>
          <a href="/password">修改密码</a>
        </p>
        <form method="post" action="/logout">
          <Button wide>退出</Button>
        </form>
      </div>
    </details>
  )
}
