import { refusal } from '@lessor/kit'

export const leaseTooLong = refusal('lease_too_long', 'invalid', {
  en: 'The lease would end after the year 9999.',
  zh: '到期时间不能超过 9999 年。',
})

export const undoTooLate = refusal('undo_too_late', 'conflict', {
  en: 'Only a change made by hand in the last 10 minutes can be undone.',
  zh: '只能撤销 10 分钟内的人工变更。',
})
export const alreadyUndone = refusal('already_undone', 'conflict', {
  en: 'This change has been undone already.',
  zh: '该变更已被撤销。',
})

export const secondLease = refusal('second_lease', 'conflict', {
  en: 'An account can’t hold two leases of this product yet.',
  zh: '同一账户暂不能持有该产品的两份租赁。',
})

export const leaseClosed = refusal('lease_closed', 'conflict', {
  en: 'This lease is closed.',
  zh: '该租赁已关闭。',
})
export const leaseEndInPast = refusal('lease_end_in_past', 'invalid', {
  en: 'A lease can’t end before now.',
  zh: '到期时间不能早于现在。',
})
export const leaseEndsThen = refusal('lease_ends_then', 'conflict', {
  en: 'The lease already ends at this time.',
  zh: '到期时间没有变化。',
})
