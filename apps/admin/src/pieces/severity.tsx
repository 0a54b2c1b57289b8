import type { ListItem } from '@lessor/contract'
import { Badge } from 'antd'
import { useTexts } from '../texts.ts'

export type Severity = ListItem<'/api/admin/alerts'>['severity']

export const severities = ['critical', 'warning', 'info'] as const satisfies readonly Severity[]
const colors = { critical: 'red', warning: 'gold', info: 'blue' } as const

/** How bad something is: by its colour, and in a word. */
export function SeverityMark({ of: severity }: { readonly of: Severity }) {
  const t = useTexts()
  return <Badge color={colors[severity]} text={t(`pieces.severities.${severity}`)} />
}
