import type { Translated } from '@lessor/ui'

export const zh = {
  title: '充值日志',
  source: '来源',
}

export const en: Translated<typeof zh> = {
  title: 'Recharges',
  source: 'Source',
}
