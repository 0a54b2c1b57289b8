import type { Translated } from '@lessor/ui'

export const zh = {
  title: '审计日志',
  subjectId: '对象 ID',
  actor: '操作人',
  action: '动作，如 codes.',
  actionShort: '动作',
  subject: '对象',
  before: '之前',
  after: '之后',
  requestId: '请求编号',
}

export const en: Translated<typeof zh> = {
  title: 'Audit log',
  subjectId: 'Subject ID',
  actor: 'By',
  action: 'Action, e.g. codes.',
  actionShort: 'Action',
  subject: 'Subject',
  before: 'Before',
  after: 'After',
  requestId: 'Request ID',
}
