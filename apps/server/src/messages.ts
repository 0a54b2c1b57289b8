import { linkTo, Refusal, type Text } from '@lessor/kit'
import type { App } from './app.ts'
import type { Config } from './config.ts'
import type { CreatedOwner } from './modules/people/staff/index.ts'
import { EmbeddedPostgresError, type PostgresStep } from './platform/postgres/embedded.ts'

// What a person reads in the terminal: Chinese first, English beneath. Structured events go to the log.

/** One line for a person, on standard error: standard output is the log's. */
export const line = (text: string): void => void process.stderr.write(`${text}\n`)

const both = ({ zh, en }: Text) => line(`${zh}\n${en}`)

const steps: Partial<Record<PostgresStep, Text>> = {
  initialising: {
    zh: '正在创建数据库（只在第一次启动时）……',
    en: 'Making the database (only on the first start) ...',
  },
  starting: { zh: '正在启动数据库……', en: 'Starting the database ...' },
}

export function postgres(step: PostgresStep): void {
  const text = steps[step]
  if (text) both(text)
}

export const makingSecrets = (dataDir: string) =>
  both({
    zh: `正在生成密钥：${dataDir}/secrets.json。请与数据库一起备份：没有它，已发行的卡密无法使用。`,
    en: `Making the keys: ${dataDir}/secrets.json. Back the file up with the database: without it, issued codes are lost.`,
  })

export const previousSecret = (hours: number) =>
  both({
    zh: `警告：仍接受用 jwt.previous_secret 签发的旧令牌。请在启动 ${hours} 小时后删除该设置。`,
    en: `Warning: access tokens signed with jwt.previous_secret are still accepted. Remove the setting ${hours} hours from now.`,
  })

export function samples(
  { admin_username: owner, admin_password: known }: Config['bootstrap'],
  password: string,
) {
  both({
    zh: '\n这里全部是示例数据，与正式数据分开。',
    en: 'Everything here is sample data, apart from real data.',
  })
  if (known !== '') line(`    ${owner}  ${known}`)
  both({
    zh: `其他员工（dev-admin 等）和示例客户的密码：${password}`,
    en: `Other staff (dev-admin, ...) and sample customers: ${password}`,
  })
}

export const stopping = () => both({ zh: '正在停止……', en: 'Stopping ...' })

/** Resolves when the terminal or file has it, so that nothing that fails afterwards can hide it. */
export function ownerMade({ username, generatedPassword }: CreatedOwner): Promise<void> {
  if (generatedPassword === undefined) return Promise.resolve()
  both({
    zh: '\n所有者账号的密码只显示这一次，请立即保存：',
    en: 'The password of the owner account is shown only this once. Save it now:',
  })
  return new Promise((resolve) => {
    process.stderr.write(`    ${username}  ${generatedPassword}\n\n`, () => resolve())
  })
}

export function ready(config: Config, { port, newOwner }: App, tookMs: number): void {
  const url = config.server.public_url || `http://localhost:${port}`
  line('')
  both({ zh: `Lessor 已就绪（${seconds(tookMs)} 秒）：`, en: `Lessor is ready (${seconds(tookMs)} s):` })
  for (const { zh, en, path } of doors) line(`    ${zh} ${en.padEnd(14)} ${linkTo(url, path)}`)
  if (newOwner !== undefined)
    both({
      zh: `所有者 ${newOwner} 尚未登录过。如果没有保存密码，请运行：npx lessor staff reset-password ${newOwner}`,
      en: `The owner ${newOwner} has never signed in. To get a new password: npx lessor staff reset-password ${newOwner}`,
    })
  both({ zh: '按 Ctrl-C 停止。', en: 'Press Ctrl-C to stop.' })
}

const doors = [
  { zh: '管理后台', en: 'for staff', path: '/admin' },
  { zh: '客户门户', en: 'for customers', path: '/' },
  { zh: '接口文档', en: 'for programs', path: '/api/docs' },
] as const

const seconds = (ms: number) => (ms / 1000).toFixed(2)

/** Why it didn't start, and what to do about it where that is known. */
export function failed(error: unknown): void {
  both({ zh: 'Lessor 无法启动：', en: 'Lessor could not start:' })
  if (error instanceof EmbeddedPostgresError) return both(indented(error.texts))
  if (error instanceof Refusal) return both(indented(error.text))
  const hint = hintOf(error)
  line(`    ${(error as Error).message}`)
  if (hint) both(hint)
}

const indented = ({ zh, en }: Text): Text => ({ zh: `    ${zh}`, en: `    ${en}` })

/** What to do about an error of the system or the database, where that is known. */
export function hintOf(error: unknown): Text | undefined {
  const { code = '', syscall } = error as NodeJS.ErrnoException
  return (syscall === 'listen' ? listenHints[code] : undefined) ?? hints[code]
}

const noSuchHost: Text = {
  zh: '本机没有这个地址。请检查 server.host；0.0.0.0 表示所有地址。',
  en: 'This machine has no such address. Check server.host; 0.0.0.0 stands for all of them.',
}
const listenHints: Readonly<Record<string, Text>> = {
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
}

const noAnswer: Text = {
  zh: '数据库没有响应。请检查 DATABASE_URL。',
  en: 'The database does not answer. Check DATABASE_URL.',
}
const unknownDatabaseHost: Text = {
  zh: '找不到数据库主机。请检查 DATABASE_URL。',
  en: 'The database host is unknown. Check DATABASE_URL.',
}
const hints: Readonly<Record<string, Text>> = {
  EADDRINUSE: {
    zh: '端口已被其他程序占用（也可能 Lessor 已在运行）。请用 SERVER_PORT 指定其他端口。',
    en: 'Another program uses this port, or Lessor runs already. Choose another port with SERVER_PORT.',
  },
  EACCES: {
    zh: '没有权限。请检查端口和数据目录的权限。',
    en: 'Not permitted. Check the port and the rights of the data folder.',
  },
  EROFS: {
    zh: '该位置只读。请改为可写，或用 LESSOR_DATA_DIR 指定其他数据目录。',
    en: 'This place is read-only. Make it writable, or choose another data folder with LESSOR_DATA_DIR.',
  },
  ENOTDIR: {
    zh: '该路径经过一个文件，而不是文件夹。请用 LESSOR_DATA_DIR 指定其他数据目录。',
    en: 'A part of this path is a file, not a folder. Choose another data folder with LESSOR_DATA_DIR.',
  },
  ENOSPC: { zh: '磁盘已满。', en: 'The disk is full.' },
  ECONNREFUSED: noAnswer,
  EHOSTUNREACH: noAnswer,
  ENETUNREACH: noAnswer,
  ETIMEDOUT: noAnswer,
  ENOTFOUND: unknownDatabaseHost,
  EAI_AGAIN: unknownDatabaseHost,
  '28P01': {
    zh: '数据库密码错误。请检查 DATABASE_URL。',
    en: 'The database refused the password. Check DATABASE_URL.',
  },
  '28000': {
    zh: '数据库不接受该用户。请检查 DATABASE_URL。',
    en: 'The database refused the user. Check DATABASE_URL.',
  },
  '42501': {
    zh: '数据库用户没有建表的权限。请让它成为该数据库的所有者。',
    en: 'The database user may not create tables. Make it the owner of the database.',
  },
  '3D000': { zh: '数据库不存在，请先创建。', en: 'There is no such database; create it first.' },
}
