import { answer, api, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { MoreButton } from '../../pieces/more-button.tsx'
import { Card, Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { BuyTabs } from '../../pieces/tabs.tsx'
import { useTexts } from '../../texts.ts'
import { TopUpForm } from './top-up-form.tsx'
import { yuan } from './yuan.ts'
import { periodOf, StatementOf, type Period } from './statement.tsx'
import { useWallet } from './use-wallet.ts'

type Movement = components['schemas']['WalletMovement']

const useMovements = (period: Period) =>
  useInfiniteQuery({
    queryKey: ['movements', period],
    queryFn: ({ pageParam: cursor }) => {
      const query = { limit: 20, ...period, ...(cursor !== null && { cursor }) }
      return answer(api.GET('/api/wallet/movements', { params: { query } }))
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next_cursor }) => next_cursor,
  })

/** What somebody's wallet has, and what went in and out. */
export default function WalletPage() {
  const t = useTexts()
  const { data, error, refetch } = useWallet()
  return (
    <Page title={t('wallet.title')}>
      <BuyTabs />
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && (
        <section className={`card standing${data.balance.startsWith('-') ? ' short' : ''}`}>
          <p>{t('wallet.balance')}</p>
          <strong>{yuan(data.balance)}</strong>
          {data.credit_limit !== '0.00' && (
            <p className="quiet">{t('wallet.creditLimit', { amount: data.credit_limit })}</p>
          )}
        </section>
      )}
      <TopUpForm />
      <Movements />
    </Page>
  )
}

function Movements() {
  const t = useTexts()
  const [month, setMonth] = useState('')
  const period = periodOf(month)
  const list = useMovements(period)
  const movements = list.data?.pages.flatMap(({ items }) => items)
  return (
    <Card title={t('wallet.movements')}>
      <StatementOf month={month} period={period} onMonth={setMonth} />
      <Problem error={list.error} {...(list.error && { retry: list.refetch })} />
      {movements?.length === 0 && <p className="quiet">{t('wallet.empty')}</p>}
      <ul className="rows">
        {movements?.map((movement) => (
          <Row key={movement.id} movement={movement} />
        ))}
      </ul>
      <MoreButton list={list} text={t('wallet.more')} />
    </Card>
  )
}

function Row({ movement }: { readonly movement: Movement }) {
  const t = useTexts()
  const format = useFormat()
  const { type, note, at, amount, balance_after: after } = movement
  return (
    <li>
      <span>
        {t(`wallet.causes.${type}`)}
        <br />
        <span className="quiet">
          {note && `${note} · `}
          {format.time(at)}
        </span>
      </span>
      <span className="end money">
        <b>{amount.startsWith('-') ? yuan(amount) : `+${yuan(amount)}`}</b>
        <br />
        <span className="quiet">{t('wallet.after', { amount: after })}</span>
      </span>
    </li>
  )
}
