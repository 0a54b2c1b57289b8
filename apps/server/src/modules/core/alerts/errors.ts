import { refusal } from '@lessor/kit'

export const alertNotOpen = refusal('alert_not_open', 'not_found', {
  en: 'There is no such open alert.',
  zh: '没有此未解除的告警。',
})
export const unknownMetric = refusal('metric_not_found', 'not_found', {
  en: 'There is no such metric.',
  zh: '没有此指标。',
})
