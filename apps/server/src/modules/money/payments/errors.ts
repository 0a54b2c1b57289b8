import { refusal } from '@lessor/kit'

export const gatewayUnavailable = refusal('gateway_unavailable', 'unavailable', {
  en: 'This way to pay does not work right now. Try another one, or later.',
  zh: '该支付方式暂时不可用，请换一种或稍后再试。',
})
export const unknownGateway = refusal('unknown_gateway', 'not_found', {
  en: 'There is no such way to pay.',
  zh: '没有此支付方式。',
})
export const topUpAmount = refusal('top_up_amount', 'invalid', {
  en: 'From {least} to {most} at once.',
  zh: '每次可充值 {least} 到 {most}。',
})
export const noticeRefused = refusal('notice_refused', 'invalid', {
  en: 'This notice is not genuine.',
  zh: '通知验证失败。',
})
export const notConfirmable = refusal('payment_not_confirmable', 'conflict', {
  en: 'This payment has been counted already.',
  zh: '该付款已入账。',
})
export const transactionTaken = refusal('transaction_taken', 'conflict', {
  en: 'Another payment has this transaction number.',
  zh: '该交易号已用于另一笔付款。',
})
export const notReversible = refusal('payment_not_reversible', 'conflict', {
  en: 'Nothing of this payment is left to be taken back, or it was taken back already.',
  zh: '该付款没有可撤回的金额，或已撤回。',
})
export const reversalDecided = refusal('reversal_decided', 'conflict', {
  en: 'There is nothing to decide: the payment wasn’t taken back, or it was decided already.',
  zh: '无需处理：该付款未被撤回，或已处理。',
})
export const overRefund = refusal('over_refund', 'conflict', {
  en: 'No payment by a gateway has so much left. Refund to the wallet.',
  zh: '没有剩余足够金额的网关付款，请退到钱包。',
})
export const refundEnded = refusal('refund_ended', 'conflict', {
  en: 'This refund has ended already.',
  zh: '该退款已结束。',
})
