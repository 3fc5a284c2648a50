import { paths } from '~/http/paths'
import { LinkButton } from '~/ui/forms/button'
import { CaseItem, CaseList } from './case-list'

type Props = { number: string; cases: readonly Parameters<typeof CaseItem>[0]['it'][] }

/** Beside an act: what was put forward before in these words, so that nobody decides unawares. */
export function SimilarSection({ number, cases }: Props) {
  return (
    <section className="pad" aria-labelledby="similar">
      <div className="row">
        <h3 id="similar">相似的建议提案 {cases.length} 件</h3>
        <LinkButton size="sm" href={paths.act(number, 'similar')}>
          查重与同题旧案
        </LinkButton>
      </div>
      {cases.length > 0 ? (
        <CaseList>
          {cases.map((it) => (
            <CaseItem key={it.id} it={it} />
          ))}
        </CaseList>
      ) : (
        <p className="mute">在您能看到的历年件中没有找到相似的。</p>
      )}
    </section>
  )
}
