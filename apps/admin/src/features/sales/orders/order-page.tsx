import { answer, api, ErrorPanel, useFormat } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Flex, Spin, Typography } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { useCopy } from '../../../pieces/copy.ts'
import { money } from '../../../pieces/money.ts'
import { Page } from '../../../pieces/page.tsx'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { PaymentsOf } from '../../money/payments/payments-of.tsx'
import { batchesOfOrder } from '../codes/links.ts'
import { CouponLink } from '../coupons/coupon-link.tsx'
import { CancelDialog } from './cancel-dialog.tsx'
import { whatOf } from './columns.tsx'
import { ordersPath } from './links.ts'
import { OrderState } from './state.tsx'
import { RefundDialog } from './refund-dialog.tsx'
import { Story } from './story.tsx'

type Order = ListItem<'/api/admin/orders'>

const useOrder = (id: string) =>
  useQuery({
    queryKey: ['order', id],
    queryFn: () => answer(api.GET('/api/admin/orders/{id}', { params: { path: { id } } })),
    refetchInterval: 10_000,
  })

/** An order, and all that happened to it. */
export default function OrderPage() {
  const t = useTexts()
  const me = useMe()
  const { id = '' } = useParams()
  const copy = useCopy()
  const { data, error, refetch } = useOrder(id)
  const back = { to: ordersPath, text: t('orders.back') }
  if (error && !data)
    return (
      <Page title={t('orders.one')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!data) return <Spin delay={200} />
  const { order, story, customer_text: text } = data
  return (
    <Page title={whatOf(order)} back={back} actions={<OrderActions order={order} />}>
      <Flex vertical gap={16}>
        <Card title={t('orders.facts')} extra={<OrderState of={order} />}>
          <Facts order={order} />
        </Card>
        <Card
          title={t('orders.story')}
          extra={<Button onClick={() => void copy(text)}>{t('orders.copyText')}</Button>}
        >
          <Story chapters={story} />
        </Card>
        {staffCan(me, 'payments.read') && <PaymentsOf forId={id} />}
      </Flex>
    </Page>
  )
}

const refundable: ReadonlySet<Order['status']> = new Set(['completed', 'active', 'suspended'])

function OrderActions({ order }: { readonly order: Order }) {
  const t = useTexts()
  const me = useMe()
  const [open, setOpen] = useState<'cancel' | 'refund'>()
  const close = () => setOpen(undefined)
  const mayCancel = staffCan(me, 'orders.cancel') && order.status === 'pending'
  const mayRefund = staffCan(me, 'orders.refund') && refundable.has(order.status)
  return (
    <>
      {mayCancel && <Button onClick={() => setOpen('cancel')}>{t('orders.cancel')}</Button>}
      {mayRefund && <Button onClick={() => setOpen('refund')}>{t('orders.refund')}</Button>}
      {open === 'cancel' && <CancelDialog order={order} onClose={close} />}
      {open === 'refund' && <RefundDialog order={order} onClose={close} />}
    </>
  )
}

function Codes({ order: { id, count, quantity, status } }: { readonly order: Order }) {
  const t = useTexts()
  const text = t('orders.codesOf', { count: (count ?? 0) * quantity })
  return status === 'pending' ? text : <Link to={batchesOfOrder(id)}>{text}</Link>
}

function Facts({ order }: { readonly order: Order }) {
  const t = useTexts()
  const me = useMe()
  const format = useFormat()
  const parts = (['setup_fee', 'discount', 'credit', 'tax', 'refunded'] as const).filter(
    (part) => order[part] !== '0.00',
  )
  const items = [
    {
      label: t('orders.account'),
      children: <AccountLink id={order.account_id} name={order.username} />,
    },
    { label: t('orders.kind'), children: t(`orders.kinds.${order.kind}`) },
    { label: t('orders.list'), children: money(order.list) },
    ...parts.map((part) => ({ label: t(`orders.parts.${part}`), children: money(order[part]) })),
    ...(order.coupon_id
      ? [
          {
            label: t('orders.coupon'),
            children: <CouponLink id={order.coupon_id} code={order.coupon ?? ''} />,
          },
        ]
      : []),
    { label: t('orders.total'), children: <b>{money(order.total)}</b> },
    { label: t('orders.createdAt'), children: format.exact(order.created_at) },
    ...(order.status === 'pending'
      ? [{ label: t('orders.dueAt'), children: format.exact(order.due_at) }]
      : []),
    { label: t('orders.paidAt'), children: format.exact(order.paid_at) },
    ...(order.product_kind === 'codes' && staffCan(me, 'codes.read')
      ? [{ label: t('orders.codes'), children: <Codes order={order} /> }]
      : []),
    { label: t('orders.startsAt'), children: format.exact(order.starts_at) },
    { label: t('orders.endsAt'), children: format.exact(order.ends_at) },
    { label: t('orders.id'), children: <Typography.Text copyable>{order.id}</Typography.Text> },
  ]
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
}
