import { PublicFrame } from '~/ui/layout/public-frame'
import { Note } from '~/ui/parts/note'
import type { AskedPage } from './asked-page.server'
import { OwnOpinions } from './asked-proposal'
import type { Ended } from './ended'

type Shown = {
  ended: Ended | null
  usedBy: string | null
  usedAt: string
  contact: { name: string; phone: string }
  page: AskedPage | null
}

const titles: Record<Ended, string> = {
  used: '会办意见已经提交',
  expired: '这个链接已过有效期',
  voided: '这个链接已被收回',
  cancelled: '这次会办已取消',
  over: '这一轮会办已经结束',
}

const advice: Record<Ended, string> = {
  used: '这个链接只能提交一次，已经用过。要补充或更正，请联系主办联系人，由他退回后换一个新链接。',
  expired: '还没有提交的，请主办联系人换一个新链接；也可以书面复函。',
  voided: '主办单位可能已经换了新链接，或者不再需要您单位的意见。请问主办联系人。',
  cancelled: '不用再提意见。',
  over: '不用再提意见；如有新的情况，请联系主办联系人。',
}

/** A link that opens nothing any more says so plainly, and whom to call. */
export function LinkEnded({ shown }: { shown: Shown }) {
  const ended = shown.ended ?? 'over'
  const { page, contact } = shown
  const isRefused = page?.state === 'declined'
  return (
    <div className="stack stack-l">
      <h1>{isRefused && ended === 'used' ? '不予会办的理由已经提交' : titles[ended]}</h1>
      {ended === 'used' ? (
        <Note tone="green" announce>
          谢谢。{page?.proposal.number}由{shown.usedBy}于 {shown.usedAt} 提交，主办单位已经收到。
        </Note>
      ) : null}
      {ended === 'cancelled' && page?.reason ? <p className="lead">取消的理由：{page.reason}</p> : null}
      <p className="lead">{advice[ended]}</p>
      <p>
        主办联系人：{contact.name}
        {contact.phone ? (
          <>
            ，电话 <span className="nb">{contact.phone}</span>
          </>
        ) : null}
      </p>
      {page ? <OwnOpinions page={page} /> : null}
    </div>
  )
}

/** A token nobody made: written down wrongly, most likely. */
export function LinkUnknown() {
  return (
    <PublicFrame bureau="建议提案会办">
      <h1>这个链接打不开</h1>
      <p className="lead">
        链接可能抄写不完整。请再扫一次征求意见函上的二维码，或对照函上的网址看有没有漏字；还是打不开，请拨打函上联系人的电话。
      </p>
    </PublicFrame>
  )
}

export function TooManyTries() {
  return (
    <PublicFrame bureau="建议提案会办">
      <h1>请过一刻钟再试</h1>
      <p className="lead">
        短时间里试得太多了，暂时打不开。已经提交的不受影响；着急的请拨打函上联系人的电话。
      </p>
    </PublicFrame>
  )
}

/** Something failed on our side: nothing was lost, and the link still holds. */
export function LinkFailed() {
  return (
    <PublicFrame bureau="建议提案会办">
      <h1>暂时打不开</h1>
      <p className="lead">
        系统现在有故障，请过几分钟再打开这个链接。您的链接仍然有效；刚才提交的如果没有看到“谢谢”，请再提交一次，不会重复。
      </p>
    </PublicFrame>
  )
}
