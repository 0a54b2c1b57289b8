import { answer, api, ErrorPanel, readList, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import './page.css'
import { Spin } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { recordsSince, usersIn, usersPath } from '../../status/users/links.ts'
import { onlinePath } from '../../people/online/links.ts'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
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
  const online = useOnline()
  return (
    <Page title={t('today.title')}>
      {today ? (
        <Figures today={today} online={online} />
      ) : error ? (
        <ErrorPanel error={error} retry={refetch} />
      ) : (
        <Spin delay={200} />
      )}
    </Page>
  )
}

/** How many devices are signed in now, for roles that may see them; an edition without devices has no such role. */
const useOnline = () =>
  useQuery({
    queryKey: ['online-now'],
    queryFn: async () => (await readList('/api/admin/online-users', { limit: 1 })).total,
    enabled: staffCan(useMe(), 'sessions.read'),
    refetchInterval: 30_000,
  }).data

function Figures({ today, online }: { readonly today: Today; readonly online: number | undefined }) {
  const t = useTexts()
  const format = useFormat()
  const day = today.series.at(-1)?.day ?? ''
  const figures = [
    [t('today.recharges'), today.recharges, recordsSince(day)],
    [t('today.daysAdded'), today.days_added, recordsSince(day)],
    [t('today.newUsers'), today.new_users, usersPath],
    [t('today.activeUsers'), today.active_users, usersIn('active')],
    [t('today.expiring3d'), today.expiring_3d, usersIn('within_3d')],
    [t('today.expiring7d'), today.expiring_7d, usersIn('within_7d')],
    ...(online === undefined ? [] : [[t('today.online'), online, onlinePath] as const]),
  ] as const
  const charts = [
    [t('today.chartRecharges'), 'recharges'],
    [t('today.chartDays'), 'days_added'],
    [t('today.chartUsers'), 'new_users'],
    [t('today.chartActive'), 'active_users'],
  ] as const
  return (
    <>
      <dl className="figures">
        {figures.map(([title, value, to]) => (
          <div key={title} className="tile">
            <dt>{title}</dt>
            <dd>
              <Link to={to} aria-label={`${title}: ${format.number(value)}`}>
                {format.number(value)}
              </Link>
            </dd>
          </div>
        ))}
      </dl>
      <div className="charts">
        {charts.map(([what, name]) => (
          <section key={name} className="tile">
            <h2>{what}</h2>
            <Bars
              what={what}
              adds={name !== 'active_users'}
              days={today.series.map((one) => ({ day: one.day, value: one[name] }))}
            />
          </section>
        ))}
      </div>
    </>
  )
}
