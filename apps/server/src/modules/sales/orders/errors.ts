import { refusal } from '@lessor/kit'

export const planNotOffered = refusal('plan_not_offered', 'conflict', {
  en: 'This plan is not on offer.',
  zh: '该套餐未在售。',
})
export const priceChanged = refusal('price_changed', 'conflict', {
  en: 'The price is now {total}.',
  zh: '价格已变为 {total}。',
})
export const tooManyUnpaid = refusal('too_many_unpaid', 'exhausted', {
  en: 'You have {count} unpaid orders. Pay or cancel one first.',
  zh: '您有 {count} 个未支付订单，请先支付或取消。',
})
export const orderNotPayable = refusal('order_not_payable', 'conflict', {
  en: 'This order is no longer waiting to be paid.',
  zh: '该订单已不在待支付状态。',
})
export const orderNotRefundable = refusal('order_not_refundable', 'conflict', {
  en: 'Of this order {left} can be refunded.',
  zh: '该订单可退 {left}。',
})
export const orderNotCancellable = refusal('order_not_cancellable', 'conflict', {
  en: 'Only an order that is not paid can be cancelled.',
  zh: '只能取消未支付的订单。',
})
