import { plainTextOfDoc } from '~/domain/drafting/rich-text'
import { opennessWords, outcomeWords } from '~/ui/words'
import { Facts } from '~/ui/parts/facts'
import { Fold } from '~/ui/parts/fold'
import type { DraftPage } from './draft-page.server'

/** The revision somebody saved first, in full, above what the loser of the race typed. */
export function SavedMeanwhile({ draft }: { draft: NonNullable<DraftPage['draft']> }) {
  const { fields } = draft
  return (
    <>
      <Fold title={`已保存的第 ${draft.n} 稿`} note={draft.savedBy} open>
        <div className="pad stack">
          <Facts
            small
            facts={[
              { term: '标题', detail: fields.title },
              { term: '称谓', detail: fields.salutation },
              { term: '办理结果', detail: draft.outcome ? outcomeWords[draft.outcome] : '未选' },
              { term: '公开', detail: draft.openness ? opennessWords[draft.openness] : '未选' },
              { term: '依据', detail: draft.opennessGround || '没有' },
              { term: '联系人', detail: fields.contact || '没有' },
              { term: '抄送', detail: fields.hasNoCc ? '没有抄送单位' : fields.cc.join('，') || '没有填' },
              { term: '附件', detail: fields.attachments.join('，') || '没有' },
            ]}
          />
          <div className="orig">
            {plainTextOfDoc(draft.doc)
              .split('\n')
              .map((line, i) => (
                <p key={`${i} ${line.slice(0, 8)}`}>{line}</p>
              ))}
          </div>
        </div>
      </Fold>
      <p className="note">下面是您写的，一个字没有动。对照上面改好，再按保存，存为第 {draft.n + 1} 稿。</p>
    </>
  )
}
