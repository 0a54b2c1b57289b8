import { ErrorLine, ErrorPanel, useFormat } from '@lessor/ui'
import { Alert, Col, Flex, Row, Spin } from 'antd'
import { Page } from '../../../pieces/page.tsx'
import { useNames } from '../../../pieces/names.ts'
import { useTexts } from '../../../texts.ts'
import { FailedJobs } from './failed-jobs.tsx'
import { DatabaseCard, MailsCard, ProcessCard } from './figures.tsx'
import { HostsCard, InstancesCard, JobsCard } from './tables.tsx'
import { useHealth, type Health } from './use-health.ts'

export default function HealthPage() {
  const t = useTexts()
  const { data: health, error, refetch } = useHealth()
  if (error && !health)
    return (
      <Page title={t('health.title')}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!health) return <Spin delay={200} />
  return (
    <Page title={t('health.title')}>
      <Flex vertical gap={16}>
        {error && (
          <Alert type="warning" title={t('health.stale')} description={<ErrorLine error={error} />} />
        )}
        <Verdict health={health} />
        <Row gutter={[16, 16]}>
          {[ProcessCard, DatabaseCard, MailsCard].map((Card) => (
            <Col key={Card.name} xs={24} lg={8}>
              <Card health={health} />
            </Col>
          ))}
        </Row>
        <FailedJobs jobs={health.failed} />
        <InstancesCard health={health} />
        <HostsCard health={health} />
        <JobsCard health={health} />
      </Flex>
    </Page>
  )
}

/** All well, or each problem with what to do about it. */
function Verdict({ health: { problems, checked_at: at } }: { readonly health: Health }) {
  const t = useTexts()
  const format = useFormat()
  const { job } = useNames()
  if (problems.length === 0) {
    const what = t('health.wellWhat', { at: format.exact(at) })
    return <Alert type="success" showIcon title={t('health.well')} description={what} />
  }
  const list = problems.map(({ code, count, names }) => (
    <li key={code}>
      <b>{t(`health.problem.${code}`, { count, names: names.map(job).join(', ') })}</b>
      <br />
      {t(`health.advice.${code}`)}
    </li>
  ))
  return (
    <Alert
      type="error"
      showIcon
      title={t('health.problems', { count: problems.length })}
      description={<ul style={{ margin: 0, paddingInlineStart: 20 }}>{list}</ul>}
    />
  )
}
