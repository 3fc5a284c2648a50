import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { fieldOf, type Client } from './client'

/** Hands in a list as the page of import does. */
export async function sendList(clerk: Client, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const body = new FormData()
  body.set('key', randomUUID())
  body.set('file', new Blob([bytes]), name)
  return await clerk.raw('/proposals/import', body, {})
}

/** The form of the mapping page as it was drawn, with the meeting chosen. */
export async function mappingOf(clerk: Client, path: string, over: Record<string, string> = {}) {
  const { text } = await clerk.get(path)
  const fields: Record<string, string> = { key: fieldOf(text, 'key') }
  for (const [, name = '', options = ''] of text.matchAll(
    /<select[^>]*name="(\w+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /<option value="([^"]*)" selected=""/.exec(options)?.[1] ?? ''
  for (const name of ['assignedOn', 'receivedOn']) fields[name] = fieldOf(text, name)
  const meetings = /<select[^>]*name="meetingId"[^>]*>([\s\S]*?)<\/select>/.exec(text)?.[1] ?? ''
  fields['meetingId'] ||= /<option value="([^"]+)"[^>]*>[^<]*政协/.exec(meetings)?.[1] ?? ''
  return { text, fields: { ...fields, ...over } }
}

/** Hands a list in, maps it as suggested and begins to register it; answers the page of its progress. */
export async function bringList(clerk: Client, name: string, bytes: Uint8Array<ArrayBuffer>) {
  const step = (answer: { status: number; text: string; headers: Headers }) => {
    if (answer.status !== 303) throw new Error(`${name} was not brought in: ${answer.text.slice(0, 400)}`)
    return answer.headers.get('Location') ?? ''
  }
  const columns = step(await sendList(clerk, name, bytes))
  const preview = step(await clerk.post(columns, (await mappingOf(clerk, columns)).fields))
  return step(await clerk.post(preview, { key: randomUUID() }))
}

export async function untilSaid(clerk: Client, path: string, what: string) {
  for (let n = 0; n < 300; n++) {
    const { text } = await clerk.get(path)
    if (text.includes(what)) return text
    await wait(200)
  }
  throw new Error(`never said ${what}`)
}

/** Two items of the demo bureau under way elsewhere: one in handling, one answered. */
export const takenOverList = () =>
  new TextEncoder().encode(
    [
      '案号,案由,提案人,主办单位,交办日期,办理状态,复文字号,答复日期,承办处室,承办人,办理结果,满意度,备注',
      '8801,关于扶持县域孵化器的提案,段长风,市科技局,2026-02-02,办理中,,,成果转化处,沈知白,,,',
      '8802,关于开放科研仪器的提案,段长风,市科技局,2026-02-02,已答复,云科局函[2026]9001号,2026-03-02,成果转化处,沈知白,A类,基本满意,原系统已收回执',
    ].join('\n'),
  )
