import { refusal } from '@lessor/kit'

/** Refusals that belong to no module. */
export const validationFailed = refusal('validation_failed', 'invalid', {
  en: 'Some fields are invalid.',
  zh: '部分字段不正确。',
})
export const badJson = refusal('bad_json', 'invalid', {
  en: 'The body is not valid UTF-8 JSON, or is nested too deeply.',
  zh: '请求体不是 UTF-8 编码的 JSON，或嵌套过深。',
})
export const notJson = refusal('unsupported_media_type', 'invalid', {
  en: 'The body must be sent as Content-Type: application/json.',
  zh: '请求体须以 Content-Type: application/json 发送。',
})
export const unauthenticated = refusal('unauthenticated', 'unauthenticated', {
  en: 'Please sign in.',
  zh: '请先登录。',
})
export const crossSite = refusal('cross_site', 'forbidden', {
  en: 'This request came from another site.',
  zh: '该请求来自其他站点，已被拒绝。',
})
export const notFound = refusal('not_found', 'not_found', {
  en: 'Not found.',
  zh: '未找到。',
})
export const rateLimited = refusal('rate_limited', 'exhausted', {
  en: 'Too many attempts. Try again in {wait}.',
  zh: '尝试次数过多，请在{wait}后再试。',
})
export const unavailable = refusal('unavailable', 'unavailable', {
  en: 'The service is busy or restarting. Try again in a moment.',
  zh: '服务繁忙或正在重启，请稍后重试。',
})
export const invalidCredentials = refusal('invalid_credentials', 'unauthenticated', {
  en: 'Wrong username or password.',
  zh: '用户名或密码错误。',
})
export const keyReused = refusal('idempotency_key_reused', 'conflict', {
  en: 'This Idempotency-Key was used for another request.',
  zh: '该 Idempotency-Key 已用于其他请求。',
})
export const postgresTooOld = refusal('postgres_too_old', 'unavailable', {
  en: 'The database is PostgreSQL {version}. Lessor needs PostgreSQL {oldest} or newer: upgrade that server, or set DATABASE_URL to a newer one.',
  zh: '数据库是 PostgreSQL {version}，Lessor 需要 PostgreSQL {oldest} 或更新版本。请升级该数据库，或将 DATABASE_URL 指向更新的版本。',
})
export const schemaNewer = refusal('schema_newer', 'unavailable', {
  en: 'A newer version of Lessor has upgraded this database (migration {name}). Start that version, or restore a backup from before the upgrade.',
  zh: '该数据库已由更新版本的 Lessor 升级（迁移 {name}）。请启动新版本，或恢复升级前的备份。',
})
