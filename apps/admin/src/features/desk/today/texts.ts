import type { Translated } from '@lessor/ui'

export const zh = {
  title: '今日概览',
  recharges: '今日充值',
  daysAdded: '今日加天数',
  newUsers: '今日新用户',
  activeUsers: '有效用户',
  expiring3d: '3 天内到期',
  expiring7d: '7 天内到期',
  online: '当前在线设备',
  chart: '近 30 天{{what}}，共 {{sum}}',
  chartRecharges: '充值次数',
  chartDays: '增加天数',
  chartUsers: '新用户',
  chartActive: '有效用户',
  chartNow: '近 30 天{{what}}，现为 {{sum}}',
}

export const en: Translated<typeof zh> = {
  title: 'Today',
  recharges: 'Recharges today',
  daysAdded: 'Days added today',
  newUsers: 'New users today',
  activeUsers: 'Active users',
  expiring3d: 'Expiring within 3 days',
  expiring7d: 'Expiring within 7 days',
  online: 'Devices online now',
  chart: '{{what}}, last 30 days: {{sum}}',
  chartRecharges: 'Recharges',
  chartDays: 'Days added',
  chartUsers: 'New users',
  chartActive: 'Active users',
  chartNow: '{{what}}, last 30 days: {{sum}} now',
}
