import type { Translated } from '@lessor/ui'

export const zh = {
  title: '我的资料',
  password: '修改密码',
  old: '当前密码',
  new: '新密码',
  newWhat: '至少 8 个字符。其他会话会结束。',
  totp: '两步验证',
  totpOff: '未开启。开启后，登录时除密码外还需手机上的动态码。',
  totpOn: '已开启，还剩 {{count}} 个恢复码。',
  start: '开启两步验证',
  scan: '用手机上的验证器（如 Google Authenticator）扫描，或手动输入密钥：',
  code: '验证器显示的 6 位数字',
  confirm: '确认开启',
  codes: '恢复码',
  codesWhat: '手机不在身边时，每个恢复码可登录一次。只显示这一次，请妥善保存。',
  saved: '我已保存',
  stop: '关闭两步验证',
  stopCode: '动态码或恢复码',
}

export const en: Translated<typeof zh> = {
  title: 'My profile',
  password: 'Change password',
  old: 'Present password',
  new: 'New password',
  newWhat: 'At least 8 characters. Your other sessions end.',
  totp: 'Second factor',
  totpOff: 'Off. Once on, signing in takes a code of your phone besides the password.',
  totpOn: 'On, with {{count}} recovery codes left.',
  start: 'Turn second factor on',
  scan: 'Scan it with an authenticator on your phone, or type the key:',
  code: 'The 6 digits that it shows',
  confirm: 'Turn it on',
  codes: 'Recovery codes',
  codesWhat:
    'Each signs you in once when your phone isn’t there. They are shown this once only: keep them safe.',
  saved: 'I have saved them',
  stop: 'Turn second factor off',
  stopCode: 'Code or recovery code',
}
