import { describe, expect, it } from 'vitest'
import { absoluteMs, idleMs, isLocked, isOver, lockAfter, lockMs } from '~/auth/limits'
import { passwordProblem } from '~/auth/password-policy'

// 等保 2.0 三级（GB/T 22239-2019 8.1.4.1）：身份鉴别信息具有复杂度要求。
describe('a password', () => {
  it.each([
    ['seven characters', 'Abc#202', '至少 8 位'],
    ['two classes', 'abcdefgh1', '三种'],
    ['one class', '12345678', '三种'],
    ['Chinese alone: one class', '密码密码密码密码', '三种'],
    ['the login in it', 'Zhang#2026', '登录名'],
    ['the login in other case', 'xZHANG#2026', '登录名'],
    ['two hundred and one characters', `Aa1${'x'.repeat(198)}`, '最多 200 位'],
  ])('of %s is refused and says why', (_what, password, why) =>
    expect(passwordProblem(password, 'zhang')).toContain(why),
  )

  it.each(['Abcdefg1', 'abcdef#1', 'ABCDEF#1', 'Yunting#2026'])('like %s will do', (password) =>
    expect(passwordProblem(password, 'zhang')).toBeNull(),
  )
})

const now = new Date('2026-11-24T02:00:00Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const session = { startedAt: ago(60_000), lastActiveAt: ago(0), expiresAt: ago(-absoluteMs) }

describe('a session', () => {
  it('is over at thirty minutes idle, at twelve hours, and at its end, to the millisecond', () => {
    expect(isOver(session, now)).toBe(false)
    for (const [over, still] of [
      [{ lastActiveAt: ago(idleMs) }, { lastActiveAt: ago(idleMs - 1) }],
      [{ startedAt: ago(absoluteMs) }, { startedAt: ago(absoluteMs - 1) }],
      [{ expiresAt: now }, { expiresAt: ago(-1) }],
    ]) {
      expect(isOver({ ...session, ...over }, now)).toBe(true)
      expect(isOver({ ...session, ...still }, now)).toBe(false)
    }
    expect([idleMs, absoluteMs]).toEqual([1_800_000, 43_200_000])
  })
})

describe('a name', () => {
  it('is locked from the fifth failure for a quarter of an hour', () => {
    expect([lockAfter, lockMs]).toEqual([5, 900_000])
    expect(isLocked(null, now)).toBe(false)
    expect(isLocked({ failures: 4, lastFailedAt: now }, now)).toBe(false)
    expect(isLocked({ failures: 5, lastFailedAt: ago(lockMs - 1) }, now)).toBe(true)
    expect(isLocked({ failures: 5, lastFailedAt: ago(lockMs) }, now)).toBe(false)
  })
})
