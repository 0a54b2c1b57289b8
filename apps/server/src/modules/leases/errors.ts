import { refusal } from '@lessor/kit'

export const leaseTooLong = refusal('lease_too_long', 'invalid', {
  en: 'The lease would end after the year 9999.',
  zh: '到期时间不能超过 9999 年。',
})
