import { refusal } from '@lessor/kit'

export const invoiceUnknown = refusal('invoice_not_found', 'not_found', {
  en: 'There is no such invoice.',
  zh: '没有此账单。',
})
export const invoiceStepRefused = refusal('invoice_step_refused', 'conflict', {
  en: 'The invoice is {status}: this can’t be done with it any more.',
  zh: '账单当前状态为 {status}，不能执行此操作。',
})
export const alreadyBilled = refusal('already_billed', 'conflict', {
  en: 'Part of this is on another invoice already.',
  zh: '其中一部分已开过账单。',
})
export const creditTooHigh = refusal('credit_too_high', 'conflict', {
  en: 'More than what is left of the invoice can’t be credited: {left} is left.',
  zh: '红字金额不能超过账单余额，剩余 {left}。',
})
export const invoiceTooLarge = refusal('invoice_too_large', 'invalid', {
  en: 'The total is more than 9999999999.99.',
  zh: '合计金额不能超过 9999999999.99。',
})
