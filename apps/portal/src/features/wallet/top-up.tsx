import { answer, api, ApiFailure } from '@lessor/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { BuyTabs } from '../../pieces/tabs.tsx'
import { useTexts } from '../../texts.ts'
import { PaymentCard } from '../orders/payment.tsx'

const everyMs = 2_000

const useTopUp = (id: string) =>
  useQuery({
    queryKey: ['top-up', id],
    queryFn: () => answer(api.GET('/api/wallet/top-ups/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data, error } }) =>
      (error instanceof ApiFailure && error.status === 404) || data?.status === 'success' ? false : everyMs,
  })

/** A top-up: how to pay it, and whether its money is there. */
export default function TopUpPage() {
  const t = useTexts()
  const { id = '' } = useParams()
  const { data, error, refetch } = useTopUp(id)
  const queries = useQueryClient()
  const isPaid = data?.status === 'success'
  useEffect(() => {
    if (isPaid) for (const queryKey of [['wallet'], ['movements']]) void queries.invalidateQueries({ queryKey })
  }, [isPaid, queries])
  return (
    <Page title={t('wallet.topUp')}>
      <BuyTabs />
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && (
        <section className={`card standing${data.status === 'failed' ? ' short' : ''}`} role="status">
          <strong>{t(`wallet.topUpStates.${isPaid || data.status === 'failed' ? data.status : 'pending'}`)}</strong>
          <p>¥ {data.amount}</p>
          {data.status !== 'pending' && (
            <p>
              <Link to={paths.wallet}>{t('wallet.back')}</Link>
            </p>
          )}
        </section>
      )}
      {data?.status === 'pending' && <PaymentCard payment={data} />}
    </Page>
  )
} // prettier-ignore
