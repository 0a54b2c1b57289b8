import { refusal } from '@lessor/kit'
import { validationFailed } from '../../../platform/refusals.ts'

export const staffUsernameTaken = refusal('staff_username_taken', 'conflict', {
  en: 'This username is taken by another staff member.',
  zh: '该用户名已被其他员工使用。',
})
export const lastOwner = refusal('last_owner', 'conflict', {
  en: 'At least one owner must be able to sign in.',
  zh: '必须至少保留一名可登录的所有者。',
})
/** A session alone doesn't change what opens the login. */
export const passwordMissing = () =>
  validationFailed({
    problems: [{ path: 'password', message: { en: 'Enter your current password', zh: '请输入当前密码' } }],
  })
export const totpRequired = refusal('totp_required', 'unauthenticated', {
  en: 'Enter the code from your authenticator, or a recovery code.',
  zh: '请输入身份验证器的动态码或恢复码。',
})
export const totpAlreadyOn = refusal('totp_already_on', 'conflict', {
  en: 'Two-factor authentication is already on. Turn it off first.',
  zh: '两步验证已开启，请先关闭。',
})
export const totpNotSetUp = refusal('totp_not_set_up', 'conflict', {
  en: 'Two-factor authentication has not been set up.',
  zh: '尚未设置两步验证。',
})
export const totpWrong = refusal('totp_wrong', 'invalid', {
  en: 'The code is wrong or already used. Check the clock of your device.',
  zh: '动态码错误或已使用，请检查设备时间。',
})
