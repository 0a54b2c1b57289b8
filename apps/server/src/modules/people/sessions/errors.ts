import { refusal, type RefusalType } from '@lessor/kit'
import { validationFailed } from '../../../platform/refusals.ts'

export const sessionReplaced = refusal('session_replaced', 'unauthenticated', {
  en: 'This account signed in on another device.',
  zh: '该账号已在其他设备登录。',
})
export const sessionExpired = refusal('session_expired', 'unauthenticated', {
  en: 'The session has ended. Please sign in again.',
  zh: '会话已结束，请重新登录。',
})
export const sessionEnded = refusal('session_ended', 'unauthenticated', {
  en: 'An operator ended this session. Please sign in again.',
  zh: '会话已被管理员结束，请重新登录。',
})
export const accountDisabled = refusal('account_disabled', 'forbidden', {
  en: 'This account is disabled.',
  zh: '该账号已被停用。',
})
export const emailUnverified = refusal('email_unverified', 'forbidden', {
  en: 'Please verify your email address first.',
  zh: '请先验证邮箱。',
})

/** A session alone doesn't change what opens the account. */
export const oldPasswordMissing = () =>
  validationFailed({
    problems: [
      { path: 'old_password', message: { en: 'Enter your current password', zh: '请输入当前密码' } },
    ],
  })

/** Why sessions end, and what their client receives when it comes back. */
export const endReasons = {
  replaced: sessionReplaced,
  timeout: sessionExpired,
  logout: sessionExpired,
  password_changed: sessionExpired,
  ended_by_staff: sessionEnded,
  account_disabled: accountDisabled,
} satisfies Record<string, RefusalType>

export type EndReason = keyof typeof endReasons
