import { pageWords } from './reading-words'

type Props = { page: number | null; excerpt: { before: string; place: string; after: string } }

const onOneLine = (text: string) => text.replaceAll(/[\n\t]+/g, ' ')

/** A place in the source with a little around it. */
export function Excerpt({ page, excerpt }: Props) {
  const place = excerpt.place.length > 80 ? `${excerpt.place.slice(0, 80)}…` : excerpt.place
  return (
    <>
      原件{pageWords(page)}：{onOneLine(excerpt.before)}
      <mark className="place">{onOneLine(place)}</mark>
      {onOneLine(excerpt.after)}
    </>
  )
}
