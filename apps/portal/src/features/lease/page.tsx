import { areFew, levelsHeld, Strip, useFormat } from '@lessor/ui'
import { useMe } from '../../me.ts'
import { Card, Page } from '../../pieces/page.tsx'
import { useTexts } from '../../texts.ts'
import { Redeem } from './redeem.tsx'
import { RenewLink } from './renew.tsx'
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

/** The level now with its own days, what comes after it, and the end of all. */
function Standing() {
  const t = useTexts()
  const format = useFormat()
  const { timeline, vip_expires_at: end, server_time: now } = useMe()
  const [first, ...later] = levelsHeld(timeline, new Date(now))
  if (!first) {
    return (
      <section className="card standing short">
        <strong>{t('lease.none')}</strong>
        <p>{t('lease.noneWhat')}</p>
        <RenewLink />
      </section>
    )
  }
  const [before, after] = t('lease.left', { count: first.days }).split('#')
  const few = areFew(format.daysLeft(end, new Date(now)))
  return (
    <section className={`card standing${few ? ' short' : ''}`}>
      <p>{t('lease.level', { level: first.level })}</p>
      <p className="left">
        {before}
        <strong>{first.days}</strong>
        {after}
      </p>
      <p className="quiet">{t('lease.until', { time: format.time(first.endsAt) })}</p>
      {later.map(({ level, days: count, endsAt }) => (
        <p key={level}>{t('lease.next', { level, count, time: format.day(endsAt) })}</p>
      ))}
      <RenewLink />
    </section>
  )
}
