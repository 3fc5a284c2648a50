import type { ReactNode } from 'react'
import { SealMark } from '../layout/seal-mark'

type Props = { bureau: string; children: ReactNode }

/** The form of the sign-in page; its fields and button are the children. */
export function SignInCard({ bureau, children }: Props) {
  return (
    <form className="login" method="post">
      <div className="login-h">
        <SealMark />
        <div>
          <h1>{bureau}</h1>
          <span>建议提案办理</span>
        </div>
      </div>
      {children}
    </form>
  )
}
