import { linkTo, Refusal } from '@lessor/kit'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import type { CreatedOwner } from './modules/people/staff/index.ts'
import { EmbeddedPostgresError, type PostgresStep } from './platform/postgres/embedded.ts'

// What a person reads in the terminal: Chinese first, English beneath. Structured events go to the log.

/** One line for a person, on standard error: standard output is the log's. */
export const line = (text: string): void => void process.stderr.write(`${text}\n`)

const both = (zh: string, en: string) => line(`${zh}\n${en}`)

const steps: Partial<Record<PostgresStep, readonly [zh: string, en: string]>> = {
  initialising: ['正在创建数据库（只在第一次启动时）……', 'Making the database (only on the first start) ...'],
  starting: ['正在启动数据库……', 'Starting the database ...'],
}

export function postgres(step: PostgresStep): void {
  const text = steps[step]
  if (text) both(...text)
}

export const makingSecrets = (dataDir: string) =>
  both(
    `正在生成密钥：${dataDir}/secrets.json。请与数据库一起备份：没有它，已发行的卡密无法使用。`,
    `Making the keys: ${dataDir}/secrets.json. Back the file up with the database: without it, issued codes are lost.`,
  )

export const previousSecret = (hours: number) =>
  both(
    `警告：仍接受用 jwt.previous_secret 签发的旧令牌。请在启动 ${hours} 小时后删除该设置。`,
    `Warning: access tokens signed with jwt.previous_secret are still accepted. Remove the setting ${hours} hours from now.`,
  )

export function samples(
  { admin_username: owner, admin_password: known }: Config['bootstrap'],
  password: string,
) {
  both('\n这里全部是示例数据，与正式数据分开。', 'Everything here is sample data, apart from real data.')
  if (known !== '') line(`    ${owner}  ${known}`)
  both(
    `其他员工（dev-admin 等）和示例客户的密码：${password}`,
    `Other staff (dev-admin, ...) and sample customers: ${password}`,
  )
}

export const stopping = () => both('正在停止……', 'Stopping ...')

/** Resolves when the terminal or file has it, so that nothing that fails afterwards can hide it. */
export function ownerMade({ username, generatedPassword }: CreatedOwner): Promise<void> {
  if (generatedPassword === undefined) return Promise.resolve()
  both(
    '\n所有者账号的密码只显示这一次，请立即保存：',
    'The password of the owner account is shown only this once. Save it now:',
  )
  return new Promise((resolve) => {
    process.stderr.write(`    ${username}  ${generatedPassword}\n\n`, () => resolve())
  })
}

export function ready(config: Config, { port, newOwner }: App, tookMs: number): void {
  const url = config.server.public_url || `http://localhost:${port}`
  line('')
  both(`Lessor 已就绪（${seconds(tookMs)} 秒）：`, `Lessor is ready (${seconds(tookMs)} s):`)
  for (const [zh, en, path] of doors) line(`    ${zh} ${en.padEnd(14)} ${linkTo(url, path)}`)
  if (newOwner !== undefined)
    both(
      `所有者 ${newOwner} 尚未登录过。如果没有保存密码，请运行：npx lessor staff reset-password ${newOwner}`,
      `The owner ${newOwner} has never signed in. To get a new password: npx lessor staff reset-password ${newOwner}`,
    )
  both('按 Ctrl-C 停止。', 'Press Ctrl-C to stop.')
}

const doors = [
  ['管理后台', 'for staff', '/admin'],
  ['客户门户', 'for customers', '/'],
  ['接口文档', 'for programs', '/api/docs'],
] as const

const seconds = (ms: number) => (ms / 1000).toFixed(2)

/** Why it didn't start, and what to do about it where that is known. */
export function failed(error: unknown): void {
  both('Lessor 无法启动：', 'Lessor could not start:')
  if (error instanceof EmbeddedPostgresError) return both(`    ${error.texts.zh}`, `    ${error.texts.en}`)
  if (error instanceof Refusal) return both(`    ${error.text.zh}`, `    ${error.text.en}`)
  const hint = hintOf(error)
  line(`    ${(error as Error).message}`)
  if (hint) both(...hint)
}

/** What to do about an error of the system or the database, where that is known. */
export function hintOf(error: unknown): Hint | undefined {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  return (syscall === 'listen' ? listenHints[code] : undefined) ?? hints[code]
}

type Hint = readonly [zh: string, en: string]

const noSuchHost: Hint = [
  '本机没有这个地址。请检查 server.host；0.0.0.0 表示所有地址。',
  'This machine has no such address. Check server.host; 0.0.0.0 stands for all of them.',
]
const listenHints: Readonly<Record<string, Hint>> = {
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
}

const noAnswer: Hint = [
  '数据库没有响应。请检查 DATABASE_URL。',
  'The database does not answer. Check DATABASE_URL.',
]
const unknownDatabaseHost: Hint = [
  '找不到数据库主机。请检查 DATABASE_URL。',
  'The database host is unknown. Check DATABASE_URL.',
]
const hints: Readonly<Record<string, Hint>> = {
  EADDRINUSE: [
    '端口已被其他程序占用（也可能 Lessor 已在运行）。请用 SERVER_PORT 指定其他端口。',
    'Another program uses this port, or Lessor runs already. Choose another port with SERVER_PORT.',
  ],
  EACCES: [
    '没有权限。请检查端口和数据目录的权限。',
    'Not permitted. Check the port and the rights of the data folder.',
  ],
  EROFS: [
    '该位置只读。请改为可写，或用 LESSOR_DATA_DIR 指定其他数据目录。',
    'This place is read-only. Make it writable, or choose another data folder with LESSOR_DATA_DIR.',
  ],
  ENOTDIR: [
    '该路径经过一个文件，而不是文件夹。请用 LESSOR_DATA_DIR 指定其他数据目录。',
    'A part of this path is a file, not a folder. Choose another data folder with LESSOR_DATA_DIR.',
  ],
  ENOSPC: ['磁盘已满。', 'The disk is full.'],
  ECONNREFUSED: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  ENOTFOUND: unknownDatabaseHost,
  EAI_AGAIN: unknownDatabaseHost,
  '28P01': [
    '数据库密码错误。请检查 DATABASE_URL。',
    'The database refused the password. Check DATABASE_URL.',
  ],
  '28000': [
    '数据库不接受该用户。请检查 DATABASE_URL。',
    'The database refused the user. Check DATABASE_URL.',
  ],
  '42501': [
    '数据库用户没有建表的权限。请让它成为该数据库的所有者。',
    'The database user may not create tables. Make it the owner of the database.',
  ],
  '3D000': ['数据库不存在，请先创建。', 'There is no such database; create it first.'],
}
