import { refusal } from '@lessor/kit'
import { validationFailed } from '../../../platform/refusals.ts'

export const usernameTaken = refusal('username_taken', 'conflict', {
  en: 'This username is taken.',
  zh: '该用户名已被使用。',
})
export const usernameGiven = refusal('username_given', 'conflict', {
  en: 'This account already has a username.',
  zh: '该账号已有登录名。',
})
export const emailTaken = refusal('email_taken', 'conflict', {
  en: 'Another account has verified this email address.',
  zh: '该邮箱已被其他账号验证。',
})

/** This installation demands an address of every account. */
export const emailMissing = () =>
  validationFailed({
    problems: [{ path: 'email', message: { en: 'Enter an email address', zh: '必须填写邮箱' } }],
  })

/** Without a sign-in name an account is called by nothing else. */
export const displayNameMissing = () =>
  validationFailed({
    problems: [
      {
        path: 'display_name',
        message: {
          en: 'Required without a username',
          zh: '没有登录名的账号必须有显示名',
        },
      },
    ],
  })
