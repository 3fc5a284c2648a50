import { PublicFrame } from '~/ui/layout/public-frame'

/** One page for a link nobody made, one that was withdrawn and one that ran out: it tells no stranger which. */
export function LinkGone() {
  return (
    <PublicFrame bureau="建议提案答复">
      <h1>这个链接打不开复函</h1>
      <p className="lead">
        链接可能抄写不完整，也可能已经过期或者换成了新的。请再扫一次复函上的二维码，或对照信中的网址看有没有漏字。
      </p>
      <p>
        还是打不开，请拨打复函末尾“联系人”的电话，由承办人为您换一个新链接；也可以填写随函附寄的纸质回执，或联系人大常委会代表工作机构、政协提案委员会。
      </p>
    </PublicFrame>
  )
}

/** Something failed on our side: nothing was lost, and the link still holds. */
export function LinkFailed() {
  return (
    <PublicFrame bureau="建议提案答复">
      <h1>暂时打不开</h1>
      <p className="lead">
        系统现在有故障，请过几分钟再打开这个链接。您的链接仍然有效；刚才提交的回执如果没有看到“谢谢您”，请再提交一次，不会重复。
      </p>
    </PublicFrame>
  )
}
