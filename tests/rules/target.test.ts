import { expect, it } from 'vitest'
import { readTarget } from '~/server/target.server'

it('reads an address of ours, with the query it came with', () => {
  expect(readTarget('/proposals?track=npc', 'localhost:3000', null)?.href).toBe(
    'http://localhost:3000/proposals?track=npc',
  )
})

it('takes the public origin where one is set, whatever Host says', () => {
  expect(readTarget('/desk', 'evil.example', 'https://fuhan.example')?.href).toBe(
    'https://fuhan.example/desk',
  )
})

it.each([
  ['another site', '//evil.example/x', 'localhost'],
  ['a whole address', 'http://evil.example/login', 'localhost'],
  ['no path at all', '*', 'localhost'],
  ['two slashes', '//', 'localhost'],
  ['a NUL', '/assets/%00.js', 'localhost'],
  ['a cut percent sign', '/%E0%A4%A', 'localhost'],
  ['a Host with a space', '/', 'a b'],
  ['a Host cut short', '/', '['],
])('refuses %s', (_what, asked, host) => {
  expect(readTarget(asked, host, null)).toBeNull()
})
