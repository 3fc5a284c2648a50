import type { FrameData } from '~/http/frame.server'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { ReplyActPage } from '../draft/reply-act'

type Sheet = {
  act: { number: string }
  bureau: string
  delegate: string
  docNo: string
  subject: string
  link: string
  qr: string
  until: string
  dueOn: string
}

/** 征询意见表: the sheet that goes with the paper letter. The link on it is shown this once. */
export function ReceiptSheet({ frame, sheet }: { frame: FrameData; sheet: Sheet }) {
  return (
    <ReplyActPage frame={frame}>
      <article className="pad receipt-sheet">
        <h1>办理情况征询意见表</h1>
        <p>
          {sheet.delegate}：您提出的《{sheet.subject}》已经答复（{sheet.docNo}
          ）。请用手机扫下面的二维码，或在浏览器里打开链接，阅读答复并填写意见。
        </p>
        <img src={sheet.qr} alt="回执二维码" width={220} height={220} />
        <p className="receipt-address">{sheet.link}</p>
        <p>
          请在{dateWords(sheet.dueOn)}前反馈；链接{dateWords(sheet.until)}前有效，只供您本人使用一次。
        </p>
        <p className="end">{sheet.bureau}</p>
        <p className="row tools">
          <span className="hint">请打印这一页随复函寄送，或把链接发给本人。离开后不再显示。</span>
          <LinkButton href={paths.tab(sheet.act.number, 'receipts')}>回到回执</LinkButton>
        </p>
      </article>
    </ReplyActPage>
  )
}
