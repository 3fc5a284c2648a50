import { takenOverStageWords } from '~/domain/taking-over/stages'
import type { TakenOverFacts } from '~/domain/proposal/facts-beside'
import { ratingWords } from '~/domain/proposal/words'
import { paths } from '~/http/paths'
import { dateWords } from '~/ui/dates'
import { LinkButton } from '~/ui/forms/button'
import { Tag } from '~/ui/marks/tag'
import { Facts } from '~/ui/parts/facts'
import { FileList, type ListedFile } from '~/ui/parts/file-list'

type Props = {
  told: TakenOverFacts
  number: string
  scans: readonly ListedFile[]
  /** It was answered there; the scan of that letter belongs here. */
  isAnswered: boolean
  mayAttach: boolean
}

/** 接续办理: what another system had done, as the list told it. No letter of ours, and it says so. */
export function TakenOverCard({ told, number, scans, isAnswered, mayAttach }: Props) {
  const lines = [
    { term: '当时进度', detail: takenOverStageWords[told.stage] },
    ...(told.repliedOn ? [{ term: '答复日期', detail: dateWords(told.repliedOn) }] : []),
    ...(told.documentNumber ? [{ term: '复文字号', detail: told.documentNumber }] : []),
    ...(told.result ? [{ term: '办理结果', detail: `${told.result} 类` }] : []),
    ...(told.satisfaction ? [{ term: '满意度', detail: ratingWords[told.satisfaction] }] : []),
    ...(told.remark ? [{ term: '备注', detail: told.remark }] : []),
  ]
  return (
    <div className="pad stack">
      <div className="row">
        <h2 className="h15">原系统办理情况</h2>
        <Tag tone="amber">接续办理</Tag>
        {mayAttach ? (
          <LinkButton size="sm" href={paths.act(number, 'taken-over/scan')}>
            附上扫描件
          </LinkButton>
        ) : null}
      </div>
      <Facts facts={lines} />
      <p className="hint">
        {isAnswered
          ? '以上按清单照录。复函由原系统印发，不是本系统的复函；它的回执、公开和承诺不在这里等，综合处写明理由即可办结。归档前要附上原复函的扫描件。'
          : '以上按清单照录。从登记起在本系统办理，复函由本系统拟稿、审签和印发。'}
      </p>
      {scans.length > 0 ? <FileList files={scans} /> : null}
      {isAnswered && scans.length === 0 ? <p className="mute">还没有附上原复函的扫描件。</p> : null}
    </div>
  )
}
