import { refusal } from '@lessor/kit'

/** Refusals that belong to no module. */
export const validationFailed = refusal('validation_failed', 'invalid', {
  en: 'Some fields are not right.',
  zh: '部分字段不正确。',
})
export const badJson = refusal('bad_json', 'invalid', {
  en: 'The body is not JSON in UTF-8, or is nested too deeply.',
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
  en: 'There is nothing here.',
  zh: '未找到。',
})
export const rateLimited = refusal('rate_limited', 'exhausted', {
  en: 'Too many requests. Try again in {seconds} s.',
  zh: '请求过于频繁，请在 {seconds} 秒后重试。',
})
export const unavailable = refusal('unavailable', 'unavailable', {
  en: 'The service is busy or restarting. Try again in a moment.',
  zh: '服务繁忙或正在重启，请稍后重试。',
})
export const invalidCredentials = refusal('invalid_credentials', 'unauthenticated', {
  en: 'The name or the password is wrong.',
  zh: '用户名或密码错误。',
})
export const keyReused = refusal('idempotency_key_reused', 'conflict', {
  en: 'This Idempotency-Key was used for another request.',
  zh: '该 Idempotency-Key 已用于其他请求。',
})
