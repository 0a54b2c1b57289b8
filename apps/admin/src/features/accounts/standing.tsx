import { useFormat } from '@lessor/ui'
import { Tag, Typography } from 'antd'
import { useTexts } from '../../texts.ts'

interface StandingProps {
  readonly account: { readonly vip_level: number; readonly vip_expires_at: string | null }
}

const soonDays = 3

/** The level now and the days left; red when they are few. */
export function Standing({ account: { vip_level: level, vip_expires_at: until } }: StandingProps) {
  const t = useTexts()
  const format = useFormat()
  const days = format.daysLeft(until)
  if (level === 0 || days === 0) return <Tag>{t('accounts.none')}</Tag>
  return (
    <>
      <Tag style={{ marginInlineEnd: 8 }}>{t('accounts.levelN', { level })}</Tag>
      <Typography.Text {...(days <= soonDays && { type: 'danger' as const })} title={format.exact(until)}>
        {t('accounts.daysLeft', { count: days })}
      </Typography.Text>
    </>
  )
}
