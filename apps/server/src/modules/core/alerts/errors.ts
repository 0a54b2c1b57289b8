import { refusal } from '@lessor/kit'

export const alertNotOpen = refusal('not_found', 'alert_not_open', {
  en: 'There is no such open alert.',
  zh: '没有此未解除的告警。',
})
export const unknownMetric = refusal('not_found', 'metric_not_found', {
  en: 'There is no such metric.',
  zh: '没有此指标。',
})
