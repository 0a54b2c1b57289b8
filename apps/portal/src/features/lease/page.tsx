import { Strip, useFormat } from '@lessor/ui'
import { useMe } from '../../me.ts'
import { Card, Page } from '../../pieces/page.tsx'
import { useTexts } from '../../texts.ts'
import { Redeem } from './redeem.tsx'
import { MySoftware } from './software.tsx'

const colors = { span: 'var(--good)', text: 'var(--text)', quiet: 'var(--quiet)' }

/** What somebody holds now, how to get more, and what it opens. */
export function LeasePage() {
  const t = useTexts()
  const { timeline } = useMe()
  return (
    <Page title={t('lease.title')}>
      <Standing />
      {timeline.length > 0 && (
        <Card title={t('lease.timeline')}>
          <Strip spans={timeline} colors={colors} />
        </Card>
      )}
      <Card title={t('lease.redeem')}>
        <Redeem />
      </Card>
      <Card title={t('lease.software')}>
        <MySoftware />
      </Card>
    </Page>
  )
}

function Standing() {
  const t = useTexts()
  const format = useFormat()
  const { vip_level: level, vip_expires_at: end, server_time: now } = useMe()
  const days = format.daysLeft(end, new Date(now))
  if (days === 0) {
    return (
      <section className="card standing short">
        <strong>{t('lease.none')}</strong>
        <p>{t('lease.noneWhat')}</p>
      </section>
    )
  }
  const [before, after] = t('lease.left', { count: days }).split('#')
  return (
    <section className={`card standing${days < 3 ? ' short' : ''}`}>
      <p>{t('lease.level', { level })}</p>
      <p className="left">
        {before}
        <strong>{days}</strong>
        {after}
      </p>
      <p className="quiet">{t('lease.until', { time: format.time(end) })}</p>
    </section>
  )
}
