import type { ReactNode } from 'react'
import { libraryStates, libraryStateWords, type LibraryState } from '~/domain/library/states'
import { paths } from '~/http/paths'
import { Button, LinkButton } from '~/ui/forms/button'
import { HiddenFields } from '~/ui/forms/hidden-fields'
import { TextField } from '~/ui/forms/text-field'
import { EmptyState } from '~/ui/parts/empty-state'
import { PageHead } from '~/ui/parts/page-head'
import { SavedViews, Segments } from '~/ui/parts/views'
import { Pager } from '~/ui/table/pager'
import { shelfHref } from './shelf-query'

type Props = {
  shelf: 'replies' | 'basis'
  state: LibraryState
  words: string
  counts: Record<LibraryState, number>
  shown: number
  isFirst: boolean
  next: string | null
  /** The table. */
  children: ReactNode
}

const titles = { replies: '往年答复', basis: '依据文件' }
const notes = {
  replies: '从政府网站收来的答复和会办意见。核对以后才算收录。',
  basis: '答复里引用的政策文件。核对以后才算收录。',
}

/** Both shelves of the library: what waits comes first, then what was kept, then what was not. */
export function Shelf({ shelf, state, words, counts, shown, isFirst, next, children }: Props) {
  const base = shelf === 'replies' ? paths.library() : paths.basis()
  const shelves = (['replies', 'basis'] as const).map((one) => ({
    href: one === 'replies' ? paths.library() : paths.basis(),
    label: titles[one],
    here: one === shelf,
  }))
  const views = libraryStates.map((one) => ({
    href: shelfHref(base, { state: one, words }),
    label: libraryStateWords[one],
    count: counts[one],
    here: one === state,
    tone: one === 'quarantine' && counts[one] > 0 ? ('soon' as const) : undefined,
  }))
  return (
    <>
      <PageHead
        title={titles[shelf]}
        note={notes[shelf]}
        actions={
          <LinkButton kind="do" href={paths.libraryNew()}>
            收进页面
          </LinkButton>
        }
      />
      <div className="stack">
        <div className="row">
          <Segments views={shelves} label="书架" />
          <SavedViews views={views} label="状态" />
        </div>
        <form className="card" method="get" action={base} aria-label={`查找${titles[shelf]}`}>
          <fieldset className="filters">
            <legend className="vh">查找</legend>
            <HiddenFields values={state === 'quarantine' ? {} : { state }} />
            <TextField name="q" label="查找" type="search" value={words} maxLength={60} />
            <Button>查找</Button>
          </fieldset>
        </form>
        <section className="card" aria-label={titles[shelf]}>
          {shown > 0 ? children : <Nothing state={state} words={words} base={base} />}
          {isFirst && next === null ? null : (
            <Pager
              summary={`新收的在前 · 本页 ${shown} 份`}
              previousHref={isFirst ? undefined : shelfHref(base, { state, words })}
              nextHref={next ? shelfHref(base, { state, words, after: next }) : undefined}
            />
          )}
        </section>
      </div>
    </>
  )
}

function Nothing({ state, words, base }: { state: LibraryState; words: string; base: string }) {
  if (words)
    return (
      <EmptyState
        title="没有找到"
        actions={<LinkButton href={shelfHref(base, { state, words: '' })}>看全部</LinkButton>}
      >
        换几个字再找，或者看看别的状态。
      </EmptyState>
    )
  return state === 'quarantine' ? (
    <EmptyState title="没有待核对的" actions={<LinkButton href={paths.libraryNew()}>收进页面</LinkButton>}>
      把政府网站上公开的答复粘贴进来，或者上传存下的网页。
    </EmptyState>
  ) : (
    <EmptyState title={`没有${libraryStateWords[state]}的`}>核对以后会列在这里。</EmptyState>
  )
}
