import { refusal } from '@lessor/kit'

export const codeUnknown = refusal('code_unknown', 'not_found', {
  en: 'This code does not exist.',
  zh: '卡密不存在。',
})
export const codeUsed = refusal('code_used', 'conflict', {
  en: 'This code has been used.',
  zh: '该卡密已被使用。',
})
export const codeExpired = refusal('code_expired', 'conflict', {
  en: 'This code has expired.',
  zh: '该卡密已过期。',
})
export const codeRevoked = refusal('code_revoked', 'conflict', {
  en: 'This code has been revoked.',
  zh: '该卡密已作废。',
})
export const batchUnknown = refusal('batch_unknown', 'not_found', {
  en: 'This batch does not exist.',
  zh: '卡密批次不存在。',
})

/** Why a code brings nothing. */
export const codeRefusals = [codeUnknown, codeUsed, codeExpired, codeRevoked]
