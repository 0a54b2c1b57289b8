import { answer, api, useFormat } from '@lessor/ui'
import { Button, Card, type TableColumnsType } from 'antd'
import { staffCan, useMe } from '../../../me.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { Heading } from './heading.tsx'
import { ShortTable } from './tables.tsx'
import type { Health } from './use-health.ts'

type FailedJob = Health['failed'][number]

/** What was given up, why, and how to try it again. */
export function FailedJobs({ jobs }: { readonly jobs: readonly FailedJob[] }) {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  const mayRetry = staffCan(useMe(), 'jobs.retry')
  if (jobs.length === 0)
    return (
      <Card size="small" title={<Heading text={t('health.failed')} />}>
        {t('health.noFailed')}
      </Card>
    )
  const columns: TableColumnsType<FailedJob> = [
    {
      title: t('health.name'),
      key: 'name',
      render: (_, { name }) => <span title={name}>{names.job(name)}</span>,
    },
    { title: t('health.failedAt'), key: 'at', render: (_, job) => format.exact(job.failed_at) },
    { title: t('health.tries'), dataIndex: 'tries' },
    {
      title: t('health.error'),
      key: 'error',
      render: (_, { error }) => <span title={error ?? ''}>{error}</span>,
    },
    { title: t('pieces.actions'), key: 'act', render: (_, job) => mayRetry && <RetryButton job={job} /> },
  ]
  return <ShortTable title={t('health.failed')} rows={jobs} rowKey="id" columns={columns} />
}

function RetryButton({ job: { id, name } }: { readonly job: FailedJob }) {
  const t = useTexts()
  const ask = useAsk()
  const names = useNames()
  const retry = useAct({
    act: () => answer(api.POST('/api/admin/jobs/{name}/{id}/retry', { params: { path: { name, id } } })),
  })
  const question = {
    title: t('health.retryAsk', { name: names.job(name) }),
    what: t('health.retryWhat'),
    yes: t('health.retry'),
  }
  return (
    <Button size="small" onClick={() => ask(question, retry, undefined)}>
      {t('health.retry')}
    </Button>
  )
}
