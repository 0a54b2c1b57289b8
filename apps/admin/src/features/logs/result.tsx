import { Badge } from 'antd'
import { useTexts } from '../../texts.ts'

/** Whether a try was granted, or the code it was refused with. */
export function Result({ result }: { readonly result: string }) {
  const t = useTexts()
  if (result === 'ok') return <Badge status="success" text={t('logs.ok')} />
  return <Badge status="warning" text={t('logs.refused', { code: result })} />
}
