import { answer, api, ErrorPanel, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Card, Col, Row, Spin, Statistic } from 'antd'
import { Page } from '../../pieces/page.tsx'
import { useTexts } from '../../texts.ts'
import { Bars } from './bars.tsx'

type Today = NonNullable<ReturnType<typeof useToday>['data']>

const useToday = () =>
  useQuery({
    queryKey: ['today'],
    queryFn: () => answer(api.GET('/api/admin/dashboard/today')),
    refetchInterval: 60_000,
  })

export default function TodayPage() {
  const t = useTexts()
  const { data: today, error, refetch } = useToday()
  return (
    <Page title={t('today.title')}>
      {today ? (
        <Figures today={today} />
      ) : error ? (
        <ErrorPanel error={error} retry={refetch} />
      ) : (
        <Spin delay={200} />
      )}
    </Page>
  )
}

function Figures({ today }: { readonly today: Today }) {
  const t = useTexts()
  const format = useFormat()
  const figures = [
    [t('today.recharges'), today.recharges],
    [t('today.daysAdded'), today.days_added],
    [t('today.newUsers'), today.new_users],
    [t('today.activeUsers'), today.active_users],
    [t('today.expiring3d'), today.expiring_3d],
    [t('today.expiring7d'), today.expiring_7d],
  ] as const
  const charts = [
    [t('today.chartRecharges'), 'recharges'],
    [t('today.chartDays'), 'days_added'],
    [t('today.chartUsers'), 'new_users'],
  ] as const
  return (
    <Row gutter={[16, 16]}>
      {figures.map(([title, value]) => (
        <Col key={title} xs={12} md={8} xl={4}>
          <Card size="small">
            <Statistic title={title} value={format.number(value)} />
          </Card>
        </Col>
      ))}
      {charts.map(([what, name]) => (
        <Col key={name} xs={24} xl={8}>
          <Card size="small" title={what}>
            <Bars what={what} days={today.series.map((one) => ({ day: one.day, value: one[name] }))} />
          </Card>
        </Col>
      ))}
    </Row>
  )
}
