import { isEmptyDoc, typedSignOffClaims, type RichDoc } from './rich-text'

export type TextFinding = 'EMPTY' | 'FOREIGN_SIGN_OFF_CLAIM'

/** What keeps a text from being sent to clearance; null when nothing does. */
export function textFinding(doc: RichDoc): TextFinding | null {
  if (isEmptyDoc(doc)) return 'EMPTY'
  return typedSignOffClaims(doc).length > 0 ? 'FOREIGN_SIGN_OFF_CLAIM' : null
}
