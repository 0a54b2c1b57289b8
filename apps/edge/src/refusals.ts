import { refusal } from '@lessor/kit'

// The server edition's codes and texts: clients shouldn't need to know which edition answers.
export const badJson = refusal('bad_json', 'invalid', {
  en: 'The body is not valid UTF-8 JSON, or is nested too deeply.',
  zh: '请求体不是 UTF-8 编码的 JSON，或嵌套过深。',
})
export const bodyTooLarge = refusal('body_too_large', 'invalid', {
  en: 'The body is larger than {limit} bytes.',
  zh: '请求体超过 {limit} 字节。',
})
export const crossSite = refusal('cross_site', 'forbidden', {
  en: 'This request came from another site.',
  zh: '该请求来自其他站点，已被拒绝。',
})
export const invalidCredentials = refusal('invalid_credentials', 'unauthenticated', {
  en: 'Wrong username or password.',
  zh: '用户名或密码错误。',
})
export const keyInvalid = refusal('idempotency_key_invalid', 'invalid', {
  en: 'An Idempotency-Key is 8 to 200 visible ASCII characters.',
  zh: 'Idempotency-Key 须为 8 到 200 个可见 ASCII 字符。',
})
export const keyReused = refusal('idempotency_key_reused', 'conflict', {
  en: 'This Idempotency-Key was used for another request.',
  zh: '该 Idempotency-Key 已用于其他请求。',
})
export const leaseTooLong = refusal('lease_too_long', 'invalid', {
  en: 'The lease would end after the year 9999.',
  zh: '到期时间不能超过 9999 年。',
})
export const methodNotAllowed = refusal('method_not_allowed', 'invalid', {
  en: 'Method not allowed.',
  zh: '该路径不支持此方法。',
})
export const notFound = refusal('not_found', 'not_found', {
  en: 'Not found.',
  zh: '未找到。',
})
export const notJson = refusal('unsupported_media_type', 'invalid', {
  en: 'The body must be sent as Content-Type: application/json.',
  zh: '请求体须以 Content-Type: application/json 发送。',
})
export const rateLimited = refusal('rate_limited', 'exhausted', {
  en: 'Too many attempts. Try again in {wait}.',
  zh: '尝试次数过多，请在{wait}后再试。',
})
export const undoTooLate = refusal('undo_too_late', 'conflict', {
  en: 'Only a change made by hand in the last 10 minutes can be undone.',
  zh: '只能撤销 10 分钟内的人工变更。',
})
export const alreadyUndone = refusal('already_undone', 'conflict', {
  en: 'This change has been undone already.',
  zh: '该变更已被撤销。',
})
export const unauthenticated = refusal('unauthenticated', 'unauthenticated', {
  en: 'Please sign in.',
  zh: '请先登录。',
})
export const validationFailed = refusal('validation_failed', 'invalid', {
  en: 'Some fields are invalid.',
  zh: '部分字段不正确。',
})
