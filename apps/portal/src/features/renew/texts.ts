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
  auto: '自动续费',
  autoOn: '到期前自动续费',
  autoWhat: '到期前 3 天从钱包支付；余额不足时会再试，并发邮件提醒。涨价会提前 7 天发邮件通知。',
  autoPlan: '续费套餐',
  nextTry: '下次尝试：{{time}}。',
  problems: {
    insufficient_funds: '上次自动续费未成功：钱包余额不足。',
    not_offered: '上次自动续费未成功：该套餐已停售。',
    open_order: '上次自动续费未成功：有一个未支付的订单。',
    no_lease: '上次自动续费未成功：它已关闭。',
  },
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
  auto: 'Automatic renewal',
  autoOn: 'Renew automatically',
  autoWhat:
    'Paid from your wallet 3 days before the end. If your wallet doesn’t have enough, it is tried again, and you get an email. A higher price is announced by email 7 days before.',
  autoPlan: 'Plan to renew with',
  nextTry: 'Next try: {{time}}.',
  problems: {
    insufficient_funds: 'The last automatic renewal failed: your wallet doesn’t have enough.',
    not_offered: 'The last automatic renewal failed: the plan is no longer sold.',
    open_order: 'The last automatic renewal failed: an order is waiting to be paid.',
    no_lease: 'The last automatic renewal failed: it is closed.',
  },
}
