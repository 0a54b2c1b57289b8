import { noticeKind } from '../notices/index.ts'

export const alertRaised = noticeKind({ name: 'alerts.raised', label: { en: 'Alerts', zh: '告警' } })
export const alertResolved = noticeKind({
  name: 'alerts.resolved',
  label: { en: 'Resolved alerts', zh: '告警解除' },
})
