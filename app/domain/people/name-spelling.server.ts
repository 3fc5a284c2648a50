import { pinyin } from 'pinyin-pro'

/** A name spelt out and its first letters, as people type them: 单雄信 → shanxiongxin, sxx. */
export type Spelling = { pinyin: string; initials: string }

/**
 * Surnames read otherwise than the character usually is: 单 shan, 仇 qiu, 解 xie. An organisation's name begins with no
 * surname. The dictionary is large, so that the spelling is worked out once, when a name is written.
 */
export function spellingOf(name: string, isPerson = true): Spelling {
  const syllables = pinyin(name, {
    surname: isPerson ? 'head' : 'off', toneType: 'none', type: 'array', v: true, nonZh: 'consecutive',
  }).map((syllable) => syllable.toLowerCase().replaceAll(/[^a-z0-9]/g, '')) // prettier-ignore
  return { pinyin: syllables.join(''), initials: syllables.map((s) => s.slice(0, 1)).join('') }
}
