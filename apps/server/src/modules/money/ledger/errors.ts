import { refusal } from '@lessor/kit'

export const insufficientFunds = refusal('insufficient_funds', 'conflict', {
  en: 'The wallet lacks {missing}.',
  zh: '钱包余额不足，还差 {missing}。',
})
export const underFloor = refusal('under_floor', 'conflict', {
  en: 'The wallet already owes more than this limit allows.',
  zh: '钱包欠款已超过该额度。',
})
