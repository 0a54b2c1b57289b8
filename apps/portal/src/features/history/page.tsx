import { answer, api, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { useTexts } from '../../texts.ts'

type Entry = components['schemas']['LeaseEntry']

const useHistory = () =>
  useInfiniteQuery({
    queryKey: ['history'],
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: 20, ...(cursor !== null && { cursor }) }
      return answer(api.GET('/api/recharge/logs', { params: { query } }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

/** Every change of somebody's time, newest first, and what they have spent. */
export default function HistoryPage() {
  const t = useTexts()
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useHistory()
  const spent = data?.pages[0]?.total_spent ?? '0.00'
  const entries = data?.pages.flatMap(({ items }) => items)
  return (
    <Page title={t('history.title')}>
      <p>
        <Link to={paths.invoices}>{t('invoices.title')}</Link>
      </p>
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && (
        <section className="card">
          {spent !== '0.00' && <p>{t('history.spent', { amount: spent })}</p>}
          {entries?.length === 0 && <p className="quiet">{t('history.empty')}</p>}
          <ul className="rows">
            {entries?.map((entry) => (
              <Change key={entry.id} entry={entry} />
            ))}
          </ul>
          {hasNextPage && (
            <button
              type="button"
              className="plain"
              disabled={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t('history.more')}
            </button>
          )}
        </section>
      )}
    </Page>
  )
}

function Change({ entry }: { readonly entry: Entry }) {
  const t = useTexts()
  const format = useFormat()
  const { change_days: change, level, source, amount, reason, expire_after: end } = entry
  const days = change > 0 ? `+${change}` : `−${-change}`
  return (
    <li>
      <span>
        <b>{t('history.change', { days, level, count: change })}</b>
        <br />
        <span className="quiet">
          {t(`history.sources.${source}`)}
          {reason && ` · ${reason}`}
          {end && ` · ${t('history.until', { time: format.day(end) })}`}
        </span>
      </span>
      <span className="quiet end">
        {format.time(entry.created_at)}
        {amount !== '0.00' && (
          <>
            <br />¥ {amount}
          </>
        )}
      </span>
    </li>
  )
}
