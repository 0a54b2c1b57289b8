import { refusal } from '@lessor/kit'

export const unknownNotifier = refusal('notifier_not_found', 'not_found', {
  en: 'There is no such interface of a notifier.',
  zh: '没有此通知接口。',
})
export const unknownKind = refusal('notice_kind_not_found', 'not_found', {
  en: 'There is no such kind of notice.',
  zh: '没有此类通知。',
})
