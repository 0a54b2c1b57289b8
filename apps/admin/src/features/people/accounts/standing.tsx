import { areFew, levelsHeld, useFormat, type PictureSpan } from '@lessor/ui'
import { Tag, Typography } from 'antd'
import { useTexts } from '../../../texts.ts'

interface StandingProps {
  readonly account: { readonly timeline: readonly PictureSpan[]; readonly vip_expires_at: string | null }
}

/** The level now and its own days, and what comes after it; red when the days of all are few. */
export function Standing({ account: { timeline, vip_expires_at: until } }: StandingProps) {
  const t = useTexts()
  const format = useFormat()
  const [now, ...later] = levelsHeld(timeline)
  if (!now) return <Tag>{t('accounts.none')}</Tag>
  const few = areFew(format.daysLeft(until))
  const next = later.map(({ level, days: count }) => t('accounts.next', { level, count })).join('')
  return (
    <>
      <Tag style={{ marginInlineEnd: 8 }}>{t('accounts.levelN', { level: now.level })}</Tag>
      <Typography.Text {...(few && { type: 'danger' as const })} title={format.exact(now.endsAt)}>
        {t('accounts.daysLeft', { count: now.days })}
      </Typography.Text>
      {next && (
        <Typography.Text type="secondary" title={format.exact(until)}>
          {next}
        </Typography.Text>
      )}
    </>
  )
}
