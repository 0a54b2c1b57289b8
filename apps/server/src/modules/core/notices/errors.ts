import { refusal } from '@lessor/kit'

export const unknownNotifier = refusal('not_found', 'notifier_not_found', {
  en: 'There is no such interface of a notifier.',
  zh: '没有此通知接口。',
})
export const unknownKind = refusal('not_found', 'notice_kind_not_found', {
  en: 'There is no such kind of notice.',
  zh: '没有此类通知。',
})
