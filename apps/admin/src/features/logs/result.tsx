import { Tag } from 'antd'
import { useTexts } from '../../texts.ts'

/** Whether a try was granted, or the code it was refused with. */
export function Result({ result }: { readonly result: string }) {
  const t = useTexts()
  if (result === 'ok') return <Tag color="green">{t('logs.ok')}</Tag>
  return <Tag color="orange">{t('logs.refused', { code: result })}</Tag>
}
