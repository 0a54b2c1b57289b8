import { refusal } from '@lessor/kit'

export const invoiceUnknown = refusal('invoice_not_found', 'not_found', {
  en: 'There is no such invoice.',
  zh: '没有此发票。',
})
export const invoiceStepRefused = refusal('invoice_step_refused', 'conflict', {
  en: 'The invoice is {status}: this can’t be done with it any more.',
  zh: '发票当前状态为 {status}，不能执行此操作。',
})
export const alreadyBilled = refusal('already_billed', 'conflict', {
  en: 'Part of this is on another invoice already.',
  zh: '其中一部分已开过发票。',
})
export const creditTooHigh = refusal('credit_too_high', 'conflict', {
  en: 'More than what is left of the invoice can’t be credited: {left} is left.',
  zh: '红冲金额不能超过发票余额，剩余 {left}。',
})
