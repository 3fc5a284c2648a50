import { useLoaderData } from '@remix-run/react'
import { whyNoSheet } from '~/domain/allocation/render-transfer-sheets.server'
import { readEarlier } from '~/domain/triage/read-earlier.server'
import type { Facts } from '~/domain/proposal/facts'
import { readProvenance } from '~/domain/intake/documents/provenance.server'
import { isAllowed } from '~/domain/proposal/refusal'
import { forUser } from '~/http/for-user.server'
import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { EmptyState } from '~/ui/parts/empty-state'
import { AskList } from '~/ui/parts/ask-list'
import { CaseItem, CaseList } from '../similar/case-list'
import { FileList } from '~/ui/parts/file-list'
import { listedFile } from '../../files/listed-file'
import { ProvenanceList } from './provenance-list'
import { proposalOf } from '../proposal-of.server'

export const loader = forUser(async (visit) => {
  const read = await proposalOf(visit)
  const { facts, people } = read
  const { id, text, registerNo, sourceHash } = facts.proposal
  const { files, traced } = await readProvenance(visit.viewer, id)
  return {
    text,
    number: registerNo,
    sourceHash,
    asks: [...facts.asks],
    hasSheet: whyNoSheet(read) === null,
    maySplit: isAllowed('record_asks', facts),
    ...(await readEarlier(visit.viewer, id)),
    mayShare: hasShares(facts) && isAllowed('record_roles', facts),
    files: files.map(listedFile),
    traced: traced.map(({ field, state, confidence, page, excerpt, decidedBy }) => ({
      field,
      state,
      confidence,
      page,
      excerpt,
      who: people.find((p) => p.id === decidedBy)?.name ?? null,
    })),
    isTextMissing: text.trim() === '',
    maySupply: isAllowed('supply_text', facts),
  }
})

/** Only where others lead or answer beside us is there anything to share out. */
const hasShares = ({ proposal: p, asks }: Facts) =>
  p.handlingRole === 'lead' || (p.handlingRole === 'separate' && asks.length > 0)

export default function Original() {
  const {
    text,
    number,
    sourceHash,
    asks,
    hasSheet,
    maySplit,
    mayShare,
    earlier,
    later,
    files,
    traced,
    isTextMissing,
    maySupply,
  } = useLoaderData<typeof loader>()
  return (
    <div className="pad stack">
      <div className="row">
        <h2 className="h15">诉求 {asks.length} 条</h2>
        {maySplit ? (
          <LinkButton size="sm" href={paths.act(number, 'asks')}>
            {asks.length > 0 ? '重新拆分' : '拆分诉求'}
          </LinkButton>
        ) : null}
        {hasSheet ? (
          <LinkButton size="sm" href={paths.transferSheet(number)} download>
            打印转办单
          </LinkButton>
        ) : null}
        {mayShare ? (
          <LinkButton size="sm" href={paths.act(number, 'roles')}>
            承办分工
          </LinkButton>
        ) : null}
      </div>
      {asks.length > 0 ? (
        <AskList
          asks={asks.map((a) => ({
            number: a.n,
            text: a.text,
            hint: a.elsewhere ? `由${a.elsewhere}答复，本局不答` : undefined,
          }))}
        />
      ) : (
        <p className="mute">还没有拆分。答复要逐条对应诉求，请先把正文拆成一条一条。</p>
      )}
      <div className="row">
        <h2 className="h15">同题旧案 {earlier.length + later.length} 件</h2>
        <LinkButton size="sm" href={paths.act(number, 'similar')}>
          查重与旧案
        </LinkButton>
      </div>
      {earlier.length + later.length > 0 ? (
        <CaseList>
          {[...earlier, ...later].map((c) => (
            <CaseItem key={c.id} it={c} />
          ))}
        </CaseList>
      ) : (
        <p className="mute">没有记过。同一件事往年提过的，可以查出来记上，办理时对照。</p>
      )}
      <h2 className="h15">原文</h2>
      {isTextMissing ? (
        <NoText href={maySupply ? paths.act(number, 'text') : null} />
      ) : (
        <>
          <div className="orig">
            {text.split('\n').map((paragraph, i) => (
              <p key={`${i} ${paragraph.slice(0, 8)}`}>{paragraph}</p>
            ))}
          </div>
          <p className="hint">原文校验值 {sourceHash.slice(0, 16)}</p>
        </>
      )}
      {files.length > 0 ? (
        <>
          <h2 className="h15">原件</h2>
          <FileList files={files} />
        </>
      ) : null}
      {traced.length > 0 ? <ProvenanceList traced={traced} /> : null}
    </div>
  )
}

/** A list names the item and leaves its text to the documents. */
function NoText({ href }: { href: string | null }) {
  return (
    <EmptyState
      title="正文还没有补录"
      actions={
        href ? (
          <LinkButton kind="do" href={href}>
            补录正文
          </LinkButton>
        ) : null
      }
    >
      这一件是按交办清单登记的，清单里没有正文。
      {href ? '收到原件后补录，只能补一次。' : '请登记员收到原件后补录。'}
    </EmptyState>
  )
}
