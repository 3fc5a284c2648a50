import path from 'node:path'
import { z } from 'zod'
import type { FilePlace } from './files/open-store.server'

const flag = (otherwise: boolean) =>
  z
    .enum(['1', '0', 'true', 'false', 'yes', 'no'], '只能是 1 或 0')
    .transform((value) => ['1', 'true', 'yes'].includes(value))
    .default(otherwise)

const origin = z.string().refine((text) => {
  const url = tryUrl(text)
  return url !== null && url.origin === text && /^https?:$/.test(url.protocol)
}, '应是 https://主机名[:端口]，不带路径')

function tryUrl(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

const database = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && tryUrl(text) !== null,
    '应是 postgres://用户:密码@主机:端口/库',
  )

const settings = z.object({
  PORT: z.coerce
    .number('应是 1 到 65535 的数')
    .int('应是整数')
    .min(0, '应是 1 到 65535 的数')
    .max(65_535, '应是 1 到 65535 的数')
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  PUBLIC_ORIGIN: origin.optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: database.optional(),
  DATABASE_APP_URL: database.optional(),
  TRUST_PROXY: flag(false),
  FUHAN_DEMO: flag(true),
  SMTP_URL: z
    .string()
    .refine((text) => /^smtps?:\/\//.test(text) && tryUrl(text) !== null, '应是 smtp://用户:密码@主机:端口')
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>\r\n]*<?[^\s<>@]+@[^\s<>@]+>?$/, '应是 名称 <邮箱地址>')
    .optional(),
  S3_ENDPOINT: z
    .string()
    .refine((text) => /^https?:\/\//.test(text) && tryUrl(text) !== null, '应是 https://主机名[:端口]')
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[\w.-]{3,63}$/, '应是存储桶的名称')
    .optional(),
  S3_REGION: z
    .string()
    .regex(/^[\w-]{1,40}$/, '应是区域的代号，如 us-east-1')
    .optional(),
  S3_KEY_ID: z.string().optional(),
  S3_SECRET: z.string().optional(),
  FUHAN_TEST_CLOCK: z.iso
    .datetime({ offset: true, error: '应是带时区的时刻，如 2022-05-20T10:00:00+08:00' })
    .optional(),
})

export type Settings = {
  port: number
  host: string
  publicOrigin: string | null
  dataDir: string
  databaseUrl: string | null
  databaseAppUrl: string | null
  trustProxy: boolean
  plantsDemo: boolean
  testClock: Date | null
  /** Null where the house sends no mail. */
  smtp: { url: string; from: string } | null
  /** Where the bytes of files lie. */
  files: FilePlace
}

/** A wrong setting ends the start with a sentence that says which and why. */
export class WrongSetting extends Error {}

/**
 * The settings, read once at start; an empty value counts as not set.
 * @throws WrongSetting
 */
export function readSettings(env: Readonly<Record<string, string | undefined>>): Settings {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    const name = String(issue?.path[0])
    // The address of a database, a mail server or a store may hold its password, which must not reach the log.
    const isSecret = name.startsWith('DATABASE_') || name === 'SMTP_URL' || name.startsWith('S3_')
    const value = isSecret ? '' : `（${given[name] ?? ''}）`
    throw new WrongSetting(`设置 ${name} 不对${value}：${issue?.message}。见 .env.example。`)
  }
  const s = parsed.data
  if (s.FUHAN_TEST_CLOCK && env['NODE_ENV'] !== 'test')
    throw new WrongSetting('设置 FUHAN_TEST_CLOCK 不能用：测试时钟只在 NODE_ENV=test 时可用。')
  if (s.DATABASE_APP_URL && !s.DATABASE_URL)
    throw new WrongSetting('设置 DATABASE_APP_URL 不能单独用：还要用 DATABASE_URL 指定建表的所有者。')
  if ((s.SMTP_URL === undefined) !== (s.MAIL_FROM === undefined))
    throw new WrongSetting('设置 SMTP_URL 和 MAIL_FROM 要一起用：缺一个就发不了邮件。')
  return {
    port: s.PORT,
    host: s.HOST,
    publicOrigin: s.PUBLIC_ORIGIN ?? null,
    dataDir: path.resolve(s.DATA_DIR),
    databaseUrl: s.DATABASE_URL ?? null,
    databaseAppUrl: s.DATABASE_APP_URL ?? null,
    trustProxy: s.TRUST_PROXY,
    plantsDemo: s.FUHAN_DEMO,
    testClock: s.FUHAN_TEST_CLOCK ? new Date(s.FUHAN_TEST_CLOCK) : null,
    smtp: s.SMTP_URL && s.MAIL_FROM ? { url: s.SMTP_URL, from: s.MAIL_FROM } : null,
    files: filePlaceOf(s),
  }
}

/** A folder beside the database, or a bucket that is named whole. */
function filePlaceOf(s: z.output<typeof settings>): FilePlace {
  const {
    S3_ENDPOINT: endpoint,
    S3_BUCKET: bucket,
    S3_REGION: region,
    S3_KEY_ID: keyId,
    S3_SECRET: secret,
  } = s
  if (endpoint && bucket && region && keyId && secret)
    return { kind: 's3', endpoint, bucket, region, keyId, secret }
  const named = Object.keys(s).filter((name) => name.startsWith('S3_'))
  if (named.length > 0)
    throw new WrongSetting(
      `设置 ${named.join('、')} 不能单独用：S3_ENDPOINT、S3_BUCKET、S3_REGION、S3_KEY_ID、S3_SECRET 五项要一起用，缺一项就存不了文件。`,
    )
  return { kind: 'disk', folder: path.join(path.resolve(s.DATA_DIR), 'files') }
}
