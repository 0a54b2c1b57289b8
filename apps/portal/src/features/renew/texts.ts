import type { Translated } from '@lessor/ui'

export const zh = {
  title: '续费与更换套餐',
  open: '续费或更换套餐',
  until: '到期时间 {{time}}',
  ended: '已到期',
  renew: '续费',
  renewWhat: '在现在的到期时间之后继续，不会损失已有的时间。',
  change: '更换',
  changeTitle: '更换套餐',
  changeWhat: '新套餐从现在开始。当前套餐未使用的价值会抵扣价格，多余部分转入钱包。',
  none: '目前没有可以续费的套餐。',
  waiting: '有一个未支付的订单，请先支付或取消。',
  toOrder: '查看订单',
}

export const en: Translated<typeof zh> = {
  title: 'Renew or change plan',
  open: 'Renew or change plan',
  until: 'Expires {{time}}',
  ended: 'Expired',
  renew: 'Renew',
  renewWhat: 'The new time starts when the current time ends. Nothing you have is lost.',
  change: 'Change',
  changeTitle: 'Change plan',
  changeWhat:
    'The new plan starts now. The unused value of your current plan lowers the price; what is left over is added to your wallet.',
  none: 'No plan can be renewed right now.',
  waiting: 'An order is waiting to be paid. Pay or cancel it first.',
  toOrder: 'See the order',
}
