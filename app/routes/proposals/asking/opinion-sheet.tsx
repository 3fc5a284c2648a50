import type { FrameData } from '~/http/frame.server'
import type { Track } from '~/domain/proposal/words-of-the-trade'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { numberWords } from '~/ui/words'
import { ReplyActPage } from '../draft/reply-act'

type Sheet = {
  about: { number: string; officialNo: string; track: Track; subject: string }
  bureau: string
  unit: string
  person: string
  question: string
  dueOn: string
  contact: string
  link: string
  qr: string
  until: string
}

/** 征求意见函: one page for the unit, with the code that opens the request. The link on it is shown this once. */
export function OpinionSheet({ frame, sheet }: { frame: FrameData; sheet: Sheet }) {
  const { about } = sheet
  return (
    <ReplyActPage frame={frame}>
      <article className="pad receipt-sheet opinion-sheet">
        <h1>征求会办意见函</h1>
        <p>
          {sheet.unit}（{sheet.person}）：我局承办的{numberWords(about.officialNo, about.track)}《
          {about.subject}》，涉及贵单位职责，请就下列事项提出会办意见：
        </p>
        <p>{sheet.question}</p>
        <img src={sheet.qr} alt="会办二维码" width={220} height={220} />
        <p className="receipt-address">{sheet.link}</p>
        <p>
          请用手机扫码或在浏览器里打开链接，查看原文并在{dateWords(sheet.dueOn)}
          前提交意见；也可以书面复函。链接{dateWords(sheet.until)}前有效，只供{sheet.person}
          本人提交一次，请勿转发。联系人：{sheet.contact}。
        </p>
        <p className="end">{sheet.bureau}</p>
        <p className="row tools">
          <span className="hint">请打印这一页送达，或复制链接发给本人。离开后不再显示。</span>
          <LinkButton href={paths.tab(about.number, 'co-handling')}>回到会办</LinkButton>
        </p>
      </article>
    </ReplyActPage>
  )
}
