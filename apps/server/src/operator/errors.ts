import { refusal } from '@lessor/kit'

export const notSetUp = refusal('not_set_up', 'unavailable', {
  en: 'There is no installation in {dir}. Run `lessor setup` to make one, or set LESSOR_DATA_DIR or DATABASE_URL.',
  zh: '{dir} 中没有 Lessor 数据。请运行 `lessor setup` 创建，或设置 LESSOR_DATA_DIR 或 DATABASE_URL。',
})
export const migrationsMissing = refusal('migrations_missing', 'unavailable', {
  en: 'The database is missing {count} migration(s). Run `lessor db migrate`.',
  zh: '数据库缺少 {count} 个迁移。请运行 `lessor db migrate`。',
})
export const serverRuns = refusal('server_runs', 'conflict', {
  en: 'The server (process {pid}) is running and would not load the new key. Stop it first, and start it again afterwards.',
  zh: '服务（进程 {pid}）正在运行，它不会读取新密钥。请先停止服务，完成后再启动。',
})
export const keyUnknown = refusal('key_unknown', 'not_found', {
  en: 'Key {id} is not in the key ring.',
  zh: '密钥环中没有 {id} 号密钥。',
})
export const keyInUse = refusal('key_in_use', 'conflict', {
  en: 'Key {id} is the newest one. Run `lessor secrets rotate` first, then retire it.',
  zh: '{id} 号密钥是最新的密钥。请先运行 `lessor secrets rotate`，再停用它。',
})
export const keysElsewhere = refusal('keys_elsewhere', 'conflict', {
  en: 'The keys of this installation are given by its configuration. Put the output of `lessor setup --print-keys`, with a number of its own, in front of secrets.keys, and start every server again.',
  zh: '此安装的密钥由配置给出。请将 `lessor setup --print-keys` 的输出（换一个新编号）放到 secrets.keys 最前面，并重启所有服务。',
})
