import { useFormat } from '@lessor/ui'
import { Badge } from 'antd'
import { useTexts } from '../../../../texts.ts'
import type { Interface } from '../queries.ts'

type Checked = Pick<Interface, 'checked_at' | 'check_ok' | 'check_reason'>

/** What the last check found. */
export function Health({
  of: { checked_at: at, check_ok: ok, check_reason: reason },
}: {
  readonly of: Checked
}) {
  const t = useTexts()
  const format = useFormat()
  if (at === null) return t('plugins.interfaces.unchecked')
  const text = t(ok ? 'plugins.interfaces.well' : 'plugins.interfaces.ill', { at: format.time(at) })
  return (
    <span title={reason ?? undefined}>
      <Badge status={ok ? 'success' : 'error'} text={text} />
    </span>
  )
}
