import { mailTemplate } from '../../core/notify/index.ts'

export const orderPaidMail = mailTemplate('order_paid', {
  zh: {
    subject: '{brand} 订单已支付',
    paragraphs: ['{username}，您好：', '您的订单 {order}（{product}）已支付 {total}。', '{until}'],
  },
  en: {
    subject: '{brand}: order paid',
    paragraphs: ['Hello {username},', 'your order {order} ({product}) over {total} is paid.', '{until}'],
  },
})

export const moneyReturnedMail = mailTemplate('money_returned', {
  zh: {
    subject: '{brand} 款项已转入钱包',
    paragraphs: [
      '{username}，您好：',
      '订单 {order}（{product}）有一笔 {amount} 的款项未被使用（例如重复支付，或订单取消后才到账），已转入您的钱包。',
    ],
  },
  en: {
    subject: '{brand}: money put into your wallet',
    paragraphs: [
      'Hello {username},',
      '{amount} for order {order} ({product}) was not needed, for example because it came twice or after the order was cancelled. It is in your wallet.',
    ],
  },
})

export const orderRefundedMail = mailTemplate('order_refunded', {
  zh: {
    subject: '{brand} 订单退款',
    paragraphs: ['{username}，您好：', '您的订单 {order}（{product}）已退款 {amount}。'],
  },
  en: {
    subject: '{brand}: order refunded',
    paragraphs: ['Hello {username},', '{amount} of your order {order} ({product}) was refunded.'],
  },
})

export const renewalFailedMail = mailTemplate('renewal_failed', {
  zh: {
    subject: '{brand} 自动续费未成功',
    paragraphs: [
      '{username}，您好：',
      '您的 {product}（到期时间 {end}）自动续费未成功。',
      '{why}',
      '下次尝试：{next}。',
    ],
  },
  en: {
    subject: '{brand}: automatic renewal failed',
    paragraphs: [
      'Hello {username},',
      'your {product} (end: {end}) could not be renewed automatically.',
      '{why}',
      'It is tried again at {next}.',
    ],
  },
})

export const renewalPriceMail = mailTemplate('renewal_price', {
  zh: {
    subject: '{brand} 续费价格有变化',
    paragraphs: [
      '{username}，您好：',
      '您的 {product}（到期时间 {end}）将自动续费，价格由 {before} 变为 {after}。',
      '如果不需要，请在到期前关闭自动续费。',
    ],
  },
  en: {
    subject: '{brand}: a new price for your renewal',
    paragraphs: [
      'Hello {username},',
      'your {product} (end: {end}) will be renewed automatically. The price changes from {before} to {after}.',
      'If you don’t want that, switch automatic renewal off before then.',
    ],
  },
})
