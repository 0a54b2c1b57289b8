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
export const outsideRefundPolicy = refusal('outside_refund_policy', 'conflict', {
  en: 'The refund policy of this product does not allow that. Confirm that you want it nevertheless.',
  zh: '该商品的退款规则不允许此退款，如仍要退款请确认。',
})
export const refundNotOffered = refusal('refund_not_offered', 'conflict', {
  en: 'Of this order {amount} can be refunded now.',
  zh: '该订单现在可退 {amount}。',
})
export const batchTooLarge = refusal('batch_too_large', 'conflict', {
  en: 'These are more than {count} orders. Choose a shorter period.',
  zh: '超过 {count} 个订单，请缩短期间。',
})
export const orderNotCancellable = refusal('order_not_cancellable', 'conflict', {
  en: 'Only an order that is not paid can be cancelled.',
  zh: '只能取消未支付的订单。',
})
export const planNotOfLease = refusal('plan_not_of_lease', 'conflict', {
  en: 'This plan is of another product.',
  zh: '该套餐属于其他商品。',
})
export const leaseHasOpenOrder = refusal('lease_has_open_order', 'conflict', {
  en: 'You have an unpaid order for this. Pay or cancel it first.',
  zh: '您有一个相关的未支付订单，请先支付或取消。',
})
export const alreadyRenewed = refusal('already_renewed', 'conflict', {
  en: 'This has been renewed already. Load the page again.',
  zh: '已经续费成功，请刷新页面。',
})
