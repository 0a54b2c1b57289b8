import { Badge } from 'antd'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'

/** Whether a try was granted, or why it was refused. */
export function Result({ result }: { readonly result: string }) {
  const t = useTexts()
  const names = useNames()
  if (result === 'ok') return <Badge status="success" text={t('logs.ok')} />
  return <Badge status="warning" text={t('logs.refused', { why: names.result(result) })} />
}
