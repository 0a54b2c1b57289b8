import type { ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../../../texts.ts'

export type Status = ListItem<'/api/admin/invoices'>['status']
export const statuses = [
  'draft',
  'issued',
  'paid',
  'overdue',
  'cancelled',
] as const satisfies readonly Status[]

const marks = {
  draft: 'default',
  issued: 'processing',
  paid: 'success',
  overdue: 'error',
  cancelled: 'default',
} as const

export function StatusMark({ of }: { readonly of: Status }) {
  const t = useTexts()
  return <Badge status={marks[of]} text={t(`invoices.statuses.${of}`)} />
}
