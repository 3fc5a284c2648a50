import { redirect, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { issueLetter } from '~/domain/reply/issue-letter.server'
import { checkbox, hiddenFields } from '~/http/form-fields'
import { actionForUser, forUser } from '~/http/for-user.server'
import { frameOf } from '~/http/frame.server'
import { newKey } from '~/http/new-key.server'
import { paths } from '~/http/paths'
import { readWrite } from '~/http/write.server'
import { LinkButton } from '~/ui/forms/button'
import { CheckBox } from '~/ui/forms/check-box'
import { GatedButton } from '~/ui/forms/disabled-button'
import { ErrorSummary } from '~/ui/forms/error-summary'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { HouseFrame } from '~/ui/layout/house-frame'
import { LetterViews } from '~/ui/letter/letter-views'
import { WhyNot } from '~/ui/marks/why-not'
import { Card } from '~/ui/parts/card'
import { ConflictNote } from '~/ui/parts/conflict-note'
import { Facts } from '~/ui/parts/facts'
import { Note } from '~/ui/parts/note'
import { PageHead } from '~/ui/parts/page-head'
import { numberWords } from '~/ui/words'
import { formOf } from '../acts/act-form'
import { actTitle } from '../draft/act-title'
import { replyTarget } from '../draft/reply-act.server'
import { issuePage } from './issue-page.server'
import { IssuedLetters } from './issued-letters'

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  actTitle('编号印发', data?.frame.bureau, data?.page)

export const loader = forUser(async (visit) => ({
  frame: frameOf(visit),
  key: newKey(),
  page: await issuePage(visit),
  isDone: new URL(visit.request.url).searchParams.has('issued'),
}))

export const action = actionForUser(async (visit) => {
  const { value, command } = await readWrite(visit, z.object({ ...hiddenFields, isSealed: checkbox }))
  await issueLetter(command, await replyTarget(visit, value.version), { isSealed: value.isSealed })
  return redirect(`${paths.issue(visit.params['number'] ?? '')}?issued=1`, 303)
})

export default function Issue() {
  const { frame, key, page, isDone } = useLoaderData<typeof loader>()
  const form = formOf(useActionData())
  const name = numberWords(page.officialNo, page.track)
  return (
    <HouseFrame frame={frame} here="proposals">
      <PageHead
        title="编号印发"
        note={`${name} ${page.subject}`}
        crumb={[
          { label: '建议提案', href: paths.proposals() },
          { label: name, href: paths.proposal(page.number) },
          { label: '编号印发' },
        ]}
      />
      <div className="cols issue">
        <div className="stack">
          {page.isObjected ? (
            <Note tone="amber">
              <a href={paths.tab(page.number, 'objection')}>退办待复</a>：交办机关答复以前不能印发。
            </Note>
          ) : null}
          {isDone && page.letters[0] ? (
            <Note tone="green" announce>
              {name}复函已印发，{page.letters.map((l) => l.docNo).join('、')}。
            </Note>
          ) : null}
          <ErrorSummary problems={form?.problems ?? []} title="没有印发" />
          {form?.conflict ? <ConflictNote conflict={form.conflict} /> : null}
          {form && form.reasons.length > 0 ? (
            <WhyNot id="refused" title="没有印发：" items={form.reasons} />
          ) : null}
          <Card id="signed" title="签发" pad>
            {page.signed ? (
              <Facts
                facts={[
                  { term: '签发人', detail: page.signed.who },
                  { term: '签发时间', detail: page.signed.at },
                  { term: '成文日期', detail: page.signed.date },
                  { term: '签发的稿', detail: `第 ${page.signed.n} 稿，校验码 ${page.signed.hash}` },
                ]}
              />
            ) : (
              <p className="mute">还没有签发。</p>
            )}
          </Card>
          {page.letters.length > 0 ? (
            <IssuedLetters number={page.number} letters={page.letters} mayLink={page.mayLink} />
          ) : (
            <Card id="issue" title="编号并印发" pad>
              <form className="fform" method="post">
                <Facts
                  facts={[
                    { term: '发文字号', detail: <b>{numberRange(page.docNos)}</b> },
                    { term: '主送', detail: page.leadUnit ?? page.addressees.join('、') },
                    { term: '抄送', detail: page.cc.join('，') || '没有抄送' },
                  ]}
                />
                <p className="hint">
                  字号在印发时取，不跳号、不重号。
                  {page.maySetNumber ? <a href={paths.numberSeries()}>设置起始号</a> : null}
                </p>
                <HiddenFields values={{ key, version: page.version }} />
                <CheckBox
                  name="isSealed"
                  label="加盖印章（署名和日期按盖章排）"
                  checked={form ? form.typed['isSealed'] !== undefined : true}
                />
                <GatedButton kind="do" size="l" reasons={page.reasons}>
                  编号并印发
                </GatedButton>
              </form>
            </Card>
          )}
          <LinkButton href={paths.proposal(page.number)}>回到本件</LinkButton>
        </div>
        <section className="prev" aria-label="复函预览">
          <p className="prev-h hint">屏幕预览，以 Word 文件为准</p>
          <LetterViews letter={page.letter} size="preview" />
        </section>
      </div>
    </HouseFrame>
  )
}

/** One letter, one number; several addressees take the numbers in a row. */
const numberRange = (numbers: readonly string[]) =>
  numbers.length > 1 ? `${numbers[0]} 至 ${numbers.at(-1)}，共 ${numbers.length} 件` : numbers[0]
