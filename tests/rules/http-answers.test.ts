import { describe, expect, it } from 'vitest'
import { Conflict, Invalid, NotFound, Refused } from '~/domain/refusals'
import { formStateOf, thrownPage } from '~/http/answers.server'
import { typedValue } from '~/http/form-state'
import { MalformedForm } from '~/http/parse-form.server'

const typed = { summary: ['写了很久'] }
const lost = Object.assign(new Error('gone'), { code: 'CONNECTION_CLOSED' })
const reasons = [{ code: 'MY_TURN', message: '还没有轮到您。', whoCanResolve: '核稿人' }]
const when = new Date('2026-03-20T02:00:00Z')

describe('a refused form', () => {
  it.each([
    ['bad input', new Invalid([{ field: 'summary', message: '太长。' }]), 400],
    ['a body that is no form', new MalformedForm(), 400],
    ['the rules', new Refused('approve_step', reasons), 403],
    ['somebody who was first', new Conflict('已有变化。', []), 409],
    ['the database gone away', lost, 503],
    ['the database gone away, underneath', new Error('failed query', { cause: lost }), 503],
  ])('by %s keeps everything typed', (_why, error, status) => {
    expect(formStateOf(error, typed)).toMatchObject({ status, typed })
  })

  it('says who can help, and what happened meanwhile', () => {
    expect(formStateOf(new Refused('x', reasons), typed)?.reasons).toEqual(reasons)
    const changed = [{ when, who: '沈知白', sentence: '保存第 2 稿' }]
    expect(formStateOf(new Conflict('已有变化。', changed, { replyId: 'r' }), typed)?.conflict).toEqual({
      message: '已有变化。',
      changed: [{ when: when.toISOString(), who: '沈知白', sentence: '保存第 2 稿' }],
      firstResult: { replyId: 'r' },
    })
  })

  it('shows what was typed; a field left empty stays empty, and a fresh form shows what is stored', () => {
    const form = formStateOf(new Invalid([]), typed) ?? undefined
    expect(typedValue(form, 'summary', '原来的')).toBe('写了很久')
    expect(typedValue(form, 'people', '原来的')).toBe('')
    expect(typedValue(undefined, 'summary', '原来的')).toBe('原来的')
  })
})

describe('an error page', () => {
  it('has the status of what went wrong, and 404 says nothing of what is there', async () => {
    const page = thrownPage(new NotFound('proposal 17'))
    expect(page.status).toBe(404)
    expect(await page.text()).toBe('{"form":null}')
    expect(thrownPage(new Refused('x', reasons)).status).toBe(403)
    expect(thrownPage(lost).headers.get('Retry-After')).toBe('2')
    expect(thrownPage(new Invalid([])).headers.get('Retry-After')).toBeNull()
  })

  it('is not made for a mistake of ours: that is reported', () => {
    const mistake = new TypeError('x is undefined')
    expect(formStateOf(mistake, typed)).toBeNull()
    expect(() => thrownPage(mistake)).toThrow(mistake)
  })
})
