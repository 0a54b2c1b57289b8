import { mailTemplate } from '../../core/notify/index.ts'

export const verifyEmail = mailTemplate('verify_email', {
  zh: {
    subject: '{brand} 邮箱验证码',
    paragraphs: [
      '{username}，您好：',
      '您的邮箱验证码是',
      '{code}',
      '{until} 前有效，只能使用一次。请勿告诉任何人。',
      '如果这不是您本人的操作，请忽略这封邮件。',
    ],
  },
  en: {
    subject: '{brand}: verify your email',
    paragraphs: [
      'Hello {username},',
      'your email verification code is',
      '{code}',
      'It works once, until {until}. Never share it.',
      'If you did not ask for it, ignore this email.',
    ],
  },
})

export const resetPassword = mailTemplate('reset_password', {
  zh: {
    subject: '{brand} 重置密码验证码',
    paragraphs: [
      '{username}，您好：',
      '您的重置密码验证码是',
      '{code}',
      '{until} 前有效，只能使用一次。请勿告诉任何人。',
      '如果这不是您本人的操作，请忽略这封邮件，您的密码不会改变。',
    ],
  },
  en: {
    subject: '{brand}: set a new password',
    paragraphs: [
      'Hello {username},',
      'your password reset code is',
      '{code}',
      'It works once, until {until}. Never share it.',
      'If you did not ask for it, ignore this email: your password stays the same.',
    ],
  },
})

export const addressChangeAsked = mailTemplate('email_change_asked', {
  zh: {
    subject: '{brand} 更换邮箱',
    paragraphs: [
      '{username}，您好：',
      '有人申请将您账号的邮箱更换为 {new_email}。新邮箱通过验证后更换才会生效，在此之前仍使用本邮箱。',
      '如果是您本人的操作，无需处理。如果不是，请在 {until} 前打开下面的链接撤销更换：所有设备和浏览器都会下线，您可以设置新密码。',
      '{link}',
    ],
  },
  en: {
    subject: '{brand}: change of email address',
    paragraphs: [
      'Hello {username},',
      'someone asked to change the email address of your account to {new_email}. Until that address is verified, this one stays in use.',
      'If this was you, there is nothing to do. If not, open the link below by {until} to undo it: all devices and browsers are signed out, and you set a new password.',
      '{link}',
    ],
  },
})

export const addressChanged = mailTemplate('email_changed', {
  zh: {
    subject: '{brand} 邮箱已更换',
    paragraphs: [
      '{username}，您好：',
      '您账号的邮箱已更换，现在的邮箱：{new_email}。',
      '如果是您本人的操作，无需处理。如果不是，请在 {until} 前打开下面的链接恢复本邮箱：所有设备和浏览器都会下线，您可以设置新密码。',
      '{link}',
    ],
  },
  en: {
    subject: '{brand}: email address changed',
    paragraphs: [
      'Hello {username},',
      'the email address of your account was changed. It is now: {new_email}.',
      'If this was you, there is nothing to do. If not, open the link below by {until} to get this address back: all devices and browsers are signed out, and you set a new password.',
      '{link}',
    ],
  },
})

export const passwordChangedMail = mailTemplate('password_changed', {
  zh: {
    subject: '{brand} 密码已修改',
    paragraphs: [
      '{username}，您好：',
      '您账号的密码已修改（{at}），其他设备已下线。',
      '如果不是您本人的操作，请立即在登录页通过“忘记密码”重新设置，或联系我们。',
    ],
  },
  en: {
    subject: '{brand}: password changed',
    paragraphs: [
      'Hello {username},',
      'the password of your account was changed ({at}), and other devices were signed out.',
      'If this was not you, set a new one with “Forgot password” on the sign-in page, or contact us.',
    ],
  },
})
