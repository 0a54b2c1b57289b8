import { useFormat } from '@lessor/ui'
import { Badge, Card, Table, Tag, Typography, type TableColumnsType } from 'antd'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { Heading } from './heading.tsx'
import type { Health } from './use-health.ts'

interface CardProps {
  readonly health: Health
}

export function InstancesCard({ health: { instances } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  const columns: TableColumnsType<Health['instances'][number]> = [
    {
      title: t('health.host'),
      key: 'host',
      render: (_, { host, here }) => (
        <>
          {host} {here && <Tag>{t('health.here')}</Tag>}
        </>
      ),
    },
    { title: t('health.pid'), dataIndex: 'pid' },
    { title: t('health.version'), dataIndex: 'version' },
    { title: t('health.started'), key: 'started', render: (_, one) => format.exact(one.started_at) },
    { title: t('health.seen'), key: 'seen', render: (_, one) => format.exact(one.last_seen_at) },
  ]
  return <ShortTable title={t('health.instances')} rows={instances} rowKey="id" columns={columns} />
}

export function JobsCard({ health: { jobs } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  const columns: TableColumnsType<Health['jobs'][number]> = [
    {
      title: t('health.name'),
      key: 'name',
      render: (_, { name }) => <span title={name}>{names.job(name)}</span>,
    },
    {
      title: t('health.every'),
      key: 'every',
      render: (_, { every_secs: count }) =>
        count === null ? t('health.onEvent') : t('health.everyS', { count: format.number(count) }),
    },
    { title: t('health.waiting'), dataIndex: 'waiting' },
    { title: t('health.active'), dataIndex: 'active' },
    { title: t('health.failedCount'), dataIndex: 'failed' },
    { title: t('health.lastDone'), key: 'done', render: (_, job) => format.exact(job.last_done_at) },
  ]
  return (
    <ShortTable
      title={t('health.jobs')}
      what={t('health.jobsWhat')}
      rows={jobs}
      rowKey="name"
      columns={columns}
    />
  )
}

const hostLooks = { closed: 'success', half_open: 'warning', open: 'error' } as const

/** The servers that plugins called, and which of them are left alone because they fail; nothing where there is none. */
export function HostsCard({ health: { remote_hosts: hosts } }: CardProps) {
  const t = useTexts()
  const format = useFormat()
  if (hosts.length === 0) return null
  const columns: TableColumnsType<Health['remote_hosts'][number]> = [
    { title: t('health.host'), dataIndex: 'host' },
    {
      title: t('health.hostState'),
      key: 'state',
      render: (_, { state }) => <Badge status={hostLooks[state]} text={t(`health.hostStates.${state}`)} />,
    },
    { title: t('health.hostSince'), key: 'since', render: (_, one) => format.exact(one.changed_at) },
  ]
  return (
    <ShortTable
      title={t('health.hosts')}
      what={t('health.hostsWhat')}
      rows={hosts}
      rowKey="host"
      columns={columns}
    />
  )
}

interface ShortTableProps<Row> {
  readonly title: string
  readonly what?: string
  readonly rows: readonly Row[]
  readonly rowKey: keyof Row & string
  readonly columns: TableColumnsType<Row>
}

/** All of a few rows, in a card. */
export function ShortTable<Row extends object>({ title, what, rows, rowKey, columns }: ShortTableProps<Row>) {
  return (
    <Card size="small" title={<Heading text={title} />}>
      {what && <Typography.Paragraph type="secondary">{what}</Typography.Paragraph>}
      {/* The keyboard scrolls it too. */}
      <section className="list" aria-label={title} tabIndex={0}>
        <Table<Row> size="small" rowKey={rowKey} columns={columns} dataSource={rows} pagination={false} />
      </section>
    </Card>
  )
}
