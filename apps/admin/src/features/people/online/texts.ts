import type { Translated } from '@lessor/ui'

export const zh = {
  title: '在线用户',
  total: '在线 {{shown}} 台设备，每 5 秒更新',
  since: '登录时间',
  empty: '现在没有在线设备。设备登录并保持心跳时会出现在这里。',
  emptyFound: '这个用户没有在线设备。请核对完整的用户名。',
}

export const en: Translated<typeof zh> = {
  title: 'Online users',
  total: '{{shown}} devices online, updated every 5 seconds',
  total_one: '1 device online, updated every 5 seconds',
  since: 'Signed in',
  empty: 'No devices online. Devices appear here after they sign in, as long as they send heartbeats.',
  emptyFound: 'This user has no devices online. Check that you entered the full username.',
}
