import { attachmentWords } from '~/domain/reply/letter-words'

/** 附件说明: a line for each name, those after the first under the first name. */
export function Attachments({ names }: { names: readonly string[] }) {
  return (
    <>
      {attachmentWords(names).map(({ label, number, name }) => (
        <p key={`${number}${name}`} className={label === '' ? 'l-att' : undefined}>
          {label}
          {number}
          {name}
        </p>
      ))}
    </>
  )
}
