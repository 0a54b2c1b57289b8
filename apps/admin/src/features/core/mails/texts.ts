import type { Translated } from '@lessor/ui'

export const zh = {
  title: '邮件',
  to: '收件地址',
  template: '内容',
  state: '状态',
  created: '创建时间',
  sentAt: '发出时间',
  next: '{{at}} 再试',
  tries: '尝试次数',
  error: '最近的错误',
  language: '语言',
  empty: '还没有邮件。有人注册、找回密码或您发送测试邮件后，会显示在这里。',
  emptyFound: '没有符合条件的邮件，请换个条件。',
  states: { waiting: '等待发送', sent: '已发出', failed: '发送失败' },
  templates: {
    verify_email: '验证邮箱',
    reset_password: '重置密码',
    email_change_asked: '更换邮箱申请',
    email_changed: '邮箱已更换',
    password_changed: '密码已修改',
    test: '测试邮件',
  },
  languages: { zh: '中文', en: '英文' },
}

export const en: Translated<typeof zh> = {
  title: 'Emails',
  to: 'Address',
  template: 'Type',
  state: 'Status',
  created: 'Queued',
  sentAt: 'Sent',
  next: 'retry at {{at}}',
  tries: 'Attempts',
  error: 'Last error',
  language: 'Language',
  empty:
    'No emails yet. They appear here once someone registers or resets a password, or you send a test email.',
  emptyFound: 'Nothing matches. Try other filters.',
  states: { waiting: 'Waiting', sent: 'Sent', failed: 'Failed' },
  templates: {
    verify_email: 'Verify email',
    reset_password: 'Reset password',
    email_change_asked: 'Email change requested',
    email_changed: 'Email changed',
    password_changed: 'Password changed',
    test: 'Test email',
  },
  languages: { zh: 'Chinese', en: 'English' },
}
