import type { Translated } from '@lessor/ui'

export const zh = {
  logins: '登录日志',
  registrations: '注册日志',
  result: '结果',
  ok: '成功',
  refused: '被拒绝：{{why}}',
  userAgent: '浏览器或程序',
  oneAccount: '只看一个账号',
  empty: '还没有记录。',
  loginsEmpty: '还没有登录记录。顾客登录后会出现在这里。',
  registrationsEmpty: '还没有注册记录。顾客注册后会出现在这里。',
  emptyFound: '没有符合条件的记录，请换个条件。',
}

export const en: Translated<typeof zh> = {
  logins: 'Sign-ins',
  registrations: 'Registrations',
  result: 'Result',
  ok: 'OK',
  refused: 'Refused: {{why}}',
  userAgent: 'Browser or program',
  oneAccount: 'One account only',
  empty: 'Nothing recorded yet.',
  loginsEmpty: 'No sign-ins yet. Customers appear here once they sign in.',
  registrationsEmpty: 'No registrations yet. Customers appear here once they register.',
  emptyFound: 'Nothing matches. Try other filters.',
}
