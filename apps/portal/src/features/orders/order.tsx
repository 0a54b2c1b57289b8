import { answer, api, useFormat } from '@lessor/ui'
import { newId } from '@lessor/kit'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useId, useRef, useState } from 'react'
import { useLocation, useParams } from 'react-router'
import { AskButton } from '../../pieces/ask-button.tsx'
import { Card, Page } from '../../pieces/page.tsx'
import { Problem } from '../../pieces/problem.tsx'
import { BuyTabs } from '../../pieces/tabs.tsx'
import { useTexts } from '../../texts.ts'
import { AmountLines, Line } from './amounts.tsx'
import { forget } from './attempt.ts'
import { Codes } from './codes.tsx'
import { GiveBack } from './give-back.tsx'
import { PayForm } from './pay-form.tsx'
import { PaymentCard } from './payment.tsx'
import { Standing } from './standing.tsx'
import { sendPayment, useOrder, type Order, type Payment, type Way } from './use-orders.ts'
import { useTerm } from './use-term.ts'

/** An order: how it stands, what to do about it, and what was ordered. */
export default function OrderPage() {
  const t = useTexts()
  const { id = '' } = useParams()
  const { data, error, refetch } = useOrder(id)
  // What was ordered is here: ordering it again is another attempt.
  useEffect(() => forget('order'), [])
  useNews(data?.order.status)
  return (
    <Page title={t('orders.order', { number: id.slice(-8) })}>
      <BuyTabs />
      <Problem error={error} {...(error && { retry: refetch })} />
      {data && (
        <>
          <Standing order={data.order} />
          {data.order.status === 'pending' && <Pending order={data.order} payment={data.payment} />}
          {data.order.product_kind === 'codes' && data.order.paid_at !== null && <Codes order={data.order} />}
          <GiveBack order={data.order} />
          <Details order={data.order} />
        </>
      )}
    </Page>
  )
}

/** Once it is paid, other pages have news too. */
function useNews(status: Order['status'] | undefined) {
  const queries = useQueryClient()
  const known = useRef(status)
  useEffect(() => {
    const before = known.current
    known.current = status
    if (before === undefined || before === status) return
    for (const queryKey of [['me'], ['wallet'], ['movements'], ['orders'], ['history']])
      void queries.invalidateQueries({ queryKey })
  }, [status, queries])
}

interface PendingProps {
  readonly order: Order
  readonly payment: Payment | null
}

/** What somebody can do about an order that isn't paid. */
function Pending({ order, payment }: PendingProps) {
  const t = useTexts()
  const queries = useQueryClient()
  const { state } = useLocation() as { readonly state: { readonly problem?: string } | null }
  const pay = useMutation({
    mutationFn: (way: Way) => sendPayment(order.id, way),
    onSettled: () => queries.invalidateQueries({ queryKey: ['order', order.id] }),
  })
  const form = (
    <>
      <PayForm
        total={order.total}
        {...(payment && { held: payment.wallet_part })}
        submit={(amount) => t('orders.pay', { amount })}
        isBusy={pay.isPending}
        onPay={(way) => pay.mutate(way)}
      />
      <Problem error={pay.error} />
    </>
  )
  return (
    <>
      {pay.isIdle && !payment && state?.problem && (
        <p className="problem" role="alert">
          {state.problem}
        </p>
      )}
      {payment && <PaymentCard payment={payment} />}
      <section className="card">
        {payment ? (
          // Closed again once another way was taken.
          <details key={payment.id}>
            <summary>{t('orders.otherWay')}</summary>
            {form}
          </details>
        ) : (
          form
        )}
        <Cancel id={order.id} />
      </section>
    </>
  )
}

function Cancel({ id }: Pick<Order, 'id'>) {
  const t = useTexts()
  const label = useId()
  const queries = useQueryClient()
  const [key] = useState(newId)
  const cancel = useMutation({
    mutationFn: () => {
      const headers = { 'idempotency-key': key }
      return answer(api.POST('/api/orders/{id}/cancel', { params: { path: { id } }, headers }))
    },
    onSettled: () => queries.invalidateQueries(),
  })
  return (
    <div className="links" id={label}>
      <AskButton
        text={t('orders.cancel')}
        question={t('orders.cancelAsk')}
        disabled={cancel.isPending}
        describedBy={label}
        onYes={() => cancel.mutate()}
      />
      <Problem error={cancel.error} />
    </div>
  )
}

function Details({ order }: { readonly order: Order }) {
  const t = useTexts()
  const termOf = useTerm()
  const format = useFormat()
  const { product, quantity, created_at, paid_at } = order
  return (
    <Card title={t('orders.details')}>
      <p>
        <b>{product}</b>
        {quantity > 1 && ` × ${quantity}`}
        <br />
        <span className="quiet">{termOf(order)}</span>
      </p>
      <AmountLines amounts={order} />
      <dl className="lines quiet">
        <Line text={t('orders.made')}>{format.time(created_at)}</Line>
        {paid_at && <Line text={t('orders.paidAt')}>{format.time(paid_at)}</Line>}
      </dl>
    </Card>
  )
}
