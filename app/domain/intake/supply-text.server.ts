import { sha256 } from '../log/hashes.server'
import type { Command, Target } from '../proposal/command'
import { move } from '../proposal/move.server'
import { Invalid } from '../refusals'

/** 补录正文: of an item that came in a list, once. The log holds its length and hash. @throws Invalid when it is empty */
export const supplyText = (command: Command, target: Target, input: { text: string }) =>
  move(command, 'supply_text', target, input, async () => {
    const text = input.text.trim()
    if (text === '') throw new Invalid([{ field: 'text', message: '请填写正文。' }])
    return { result: null, text, changes: { sourceHash: sha256(text) }, details: { length: text.length } }
  })
