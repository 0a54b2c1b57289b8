import type { Translated } from '@lessor/ui'

export const zh = {
  logins: '登录日志',
  registrations: '注册日志',
  result: '结果',
  ok: '成功',
  refused: '被拒绝：{{why}}',
  userAgent: '浏览器或程序',
  oneAccount: '只看一个账号',
  empty: '这里还没有记录。一有人登录、注册、充值或改动，就会出现在这里。',
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
  empty: 'Nothing recorded yet. Sign-ins, registrations, recharges and changes appear here.',
  emptyFound: 'Nothing matches. Try other filters.',
}
