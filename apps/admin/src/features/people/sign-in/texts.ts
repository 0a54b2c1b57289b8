import type { Translated } from '@lessor/ui'

export const zh = {
  title: '登录 {{brand}} 管理后台',
  username: '用户名',
  password: '密码',
  totp: '动态验证码或恢复码',
  totpWhat: '请输入验证器里的 6 位数字；手机不在身边时，可用一个恢复码。',
  submit: '登录',
  required: '必填',
  again: '登录已失效',
  againWhat: '重新登录后可以继续，已填写的内容会保留。',
  leave: '换个账号登录',
}

export const en: Translated<typeof zh> = {
  title: 'Sign in to the {{brand}} console',
  username: 'Username',
  password: 'Password',
  totp: 'Code or recovery code',
  totpWhat: 'The 6 digits of your authenticator, or one of your recovery codes.',
  submit: 'Sign in',
  required: 'Required',
  again: 'Your session has ended',
  againWhat: 'Sign in to continue. What you have typed is kept.',
  leave: 'Sign in as someone else',
}
