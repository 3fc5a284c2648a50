import { describe, expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { readSettings, WrongSetting } from '~/env.server'

describe('settings', () => {
  it('have a default each; an empty value counts as not set', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '' })).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      publicOrigin: null,
      databaseUrl: null,
      plantsDemo: true,
      testClock: null,
    })
  })

  it.each([
    ['PORT', 'abc'],
    ['PORT', '70000'],
    ['PUBLIC_ORIGIN', 'fuhan.example'],
    ['PUBLIC_ORIGIN', 'https://fuhan.example/path'],
    ['DATABASE_URL', 'mysql://x'],
    ['FUHAN_DEMO', 'maybe'],
    ['SMTP_URL', 'http://mail'],
    ['MAIL_FROM', '没有地址'],
    ['FUHAN_TEST_CLOCK', 'yesterday'],
  ])('%s=%s ends with a sentence that names it', (name, value) => {
    expect(() => readSettings({ [name]: value, NODE_ENV: 'test' })).toThrow(WrongSetting)
    expect(() => readSettings({ [name]: value, NODE_ENV: 'test' })).toThrow(new RegExp(`设置 ${name} 不对`))
  })

  it('never repeat a password', () => {
    expect(() => readSettings({ DATABASE_URL: 'mysql://u:topsecret@host/x' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('topsecret') as string }),
    )
    expect(() => readSettings({ SMTP_URL: 'imap://u:topsecret@host' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('topsecret') as string }),
    )
  })

  it('send mail only with both a server and a sender', () => {
    expect(readSettings({}).smtp).toBeNull()
    const smtp = { SMTP_URL: 'smtps://u:p@mail.example:465', MAIL_FROM: '复函 <fuhan@fuhan.example>' }
    expect(readSettings(smtp).smtp).toEqual({ url: smtp.SMTP_URL, from: smtp.MAIL_FROM })
    for (const name of ['SMTP_URL', 'MAIL_FROM'] as const)
      expect(() => readSettings({ [name]: smtp[name] })).toThrow(/要一起用/)
  })

  it('keep files on the disk, or in a bucket that is named whole', () => {
    expect(readSettings({ DATA_DIR: '/srv/fuhan' }).files).toEqual({
      kind: 'disk',
      folder: '/srv/fuhan/files',
    })
    const s3 = {
      S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'fuhan', S3_REGION: 'cn-north-1', S3_KEY_ID: 'key', S3_SECRET: 'topsecret',
    } // prettier-ignore
    expect(readSettings(s3).files).toEqual({
      kind: 's3', endpoint: 'https://s3.example', bucket: 'fuhan', region: 'cn-north-1', keyId: 'key', secret: 'topsecret',
    }) // prettier-ignore
    for (const name of Object.keys(s3) as (keyof typeof s3)[]) {
      expect(() => readSettings({ ...s3, [name]: '' }), name).toThrow(/五项要一起用/)
      expect(() => readSettings({ [name]: s3[name] }), name).toThrow(/五项要一起用/)
    }
    expect(() => readSettings({ ...s3, S3_ENDPOINT: 'ftp://u:topsecret@host' })).toThrow(
      expect.objectContaining({ message: expect.not.stringContaining('topsecret') as string }),
    )
  })

  it('refuse the test clock outside tests', () => {
    expect(() =>
      readSettings({ FUHAN_TEST_CLOCK: '2022-05-20T10:00:00+08:00', NODE_ENV: 'production' }),
    ).toThrow(/只在 NODE_ENV=test/)
    expect(
      readSettings({ FUHAN_TEST_CLOCK: '2022-05-20T10:00:00+08:00', NODE_ENV: 'test' }).testClock,
    ).toEqual(new Date('2022-05-20T02:00:00Z'))
  })

  it('are all named in .env.example', () => {
    const example = readFileSync('.env.example', 'utf8')
    const names = [...readFileSync('app/env.server.ts', 'utf8').matchAll(/^ {2}([A-Z][A-Z0-9_]{3,}):/gm)].map(
      (m) => m[1] ?? '',
    )
    expect(names.length).toBeGreaterThan(7)
    for (const name of names) expect(example, name).toContain(`${name}=`)
  })
})
