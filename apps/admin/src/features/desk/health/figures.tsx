import { useFormat } from '@lessor/ui'
import { Card, Descriptions } from 'antd'
import { useTexts } from '../../../texts.ts'
import { Heading } from './heading.tsx'
import type { Health } from './use-health.ts'

interface CardProps {
  readonly health: Health
}

export function ProcessCard({ health: { process } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  const minutes = Math.floor(process.uptime_secs / 60)
  const uptime = t('health.duration', {
    days: Math.floor(minutes / 1_440),
    hours: Math.floor(minutes / 60) % 24,
    minutes: minutes % 60,
  })
  return (
    <Figures
      title={t('health.process')}
      figures={[
        [t('health.uptime'), uptime],
        [t('health.memory'), megabytes(process.memory_bytes, format.number)],
      ]}
    />
  )
}

export function DatabaseCard({ health: { database } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  return (
    <Figures
      title={`${t('health.database')} (PostgreSQL ${database.version})`}
      figures={[
        [t('health.size'), megabytes(database.size_bytes, format.number)],
        [t('health.connections'), `${database.connections_used} / ${database.connections_max}`],
        [t('health.pool'), `${database.pool_open} (${database.pool_waiting})`],
      ]}
    />
  )
}

export function MailsCard({ health: { mails } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  return (
    <Figures
      title={t('health.mails')}
      figures={[
        [t('health.mailsWaiting'), format.number(mails.waiting)],
        [t('health.mailsFailing'), format.number(mails.failing)],
        [t('health.mailsSent'), format.number(mails.sent_24h)],
        [t('health.mailsGivenUp'), format.number(mails.given_up_24h)],
      ]}
    />
  )
}

interface FiguresProps {
  readonly title: string
  readonly figures: readonly (readonly [label: string, value: string])[]
}

function Figures({ title, figures }: FiguresProps) {
  const items = figures.map(([label, children]) => ({ key: label, label, children }))
  return (
    <Card size="small" title={<Heading text={title} />} style={{ height: '100%' }}>
      <Descriptions column={1} size="small" items={items} />
    </Card>
  )
}

const megabytes = (bytes: number, write: (value: number) => string) =>
  `${write(Math.round(bytes / 1_048_576))} MB`
