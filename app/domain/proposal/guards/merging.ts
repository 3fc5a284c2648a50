import { namesOf } from '../who-can-help'
import { no, type FactGuard, type InputGuard } from './answers'

/** 并案. */
export const mergingGuards = {
  /** A member goes where the leading proposal goes. */
  NOT_LED: (f) =>
    f.group && !f.group.isLeading && !f.group.isCarried
      ? no(
          'NOT_LED',
          `并案于第${f.group.leading.officialNo}号，请在那一件上办；要分开办，先移出并案。`,
          namesOf('coordinator', f),
        )
      : null,
  LED: (f) =>
    f.group && !f.group.isLeading ? null : no('LED', '这一件没有并入别的件。', namesOf('coordinator', f)),
  NOT_MERGED: (f) =>
    f.group ? no('NOT_MERGED', '这一件在并案中，先移出或解除并案再办。', namesOf('coordinator', f)) : null,
  /** One reply, a letter for each member: not in the system yet, and said before anybody approves or signs. */
  NO_MERGED_LETTERS: (f) =>
    f.group?.isLeading
      ? no(
          'NOT_BUILT',
          `并案的 ${f.group.members.length} 件要逐件出函，还不能在系统里由一份稿印发。请先把并入的件移出，各自拟稿送审；正文可以照抄。`,
          namesOf('coordinator', f),
        )
      : null,
} satisfies Record<string, FactGuard | InputGuard>
