import type { Translated } from '@lessor/ui'

export const zh = {
  title: '邮件',
  to: '收件地址',
  template: '内容',
  state: '状态',
  created: '写成时间',
  sentAt: '发出时间',
  next: '{{at}} 再试',
  tries: '尝试次数',
  error: '最近的错误',
  language: '语言',
  empty: '还没有邮件。有人注册、找回密码或您发送测试邮件后，会显示在这里。',
  emptyFound: '没有符合条件的邮件，请换个条件。',
  states: { waiting: '等待发送', sent: '已发出', failed: '已放弃' },
  templates: { verify_email: '验证邮箱', reset_password: '重置密码', test: '测试邮件' },
  languages: { zh: '中文', en: '英文' },
}

export const en: Translated<typeof zh> = {
  title: 'Mails',
  to: 'Address',
  template: 'What',
  state: 'State',
  created: 'Written',
  sentAt: 'Sent',
  next: 'again at {{at}}',
  tries: 'Tries',
  error: 'Last error',
  language: 'Language',
  empty: 'No mails yet. They show up once somebody registers or resets a password, or you send a test mail.',
  emptyFound: 'Nothing matches. Try other filters.',
  states: { waiting: 'Waiting', sent: 'Sent', failed: 'Given up' },
  templates: { verify_email: 'Verify address', reset_password: 'Reset password', test: 'Test mail' },
  languages: { zh: 'Chinese', en: 'English' },
}
