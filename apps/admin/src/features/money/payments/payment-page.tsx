import { answer, api, ErrorPanel, useFormat } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions, Flex, Spin, Typography } from 'antd'
import { Link, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ListTable } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { useNames } from '../../../pieces/names.ts'
import { Page } from '../../../pieces/page.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { orderLink } from '../../sales/orders/links.ts'
import { paymentsPath } from './links.ts'
import { useNoticeColumns } from './notice-columns.tsx'
import { PaymentActions } from './payment-actions.tsx'
import { NoteReversal, ReversalCard } from './reversal.tsx'
import { PaymentState, type Payment } from './state.tsx'

const usePayment = (id: string) =>
  useQuery({
    queryKey: ['payment', id],
    queryFn: () => answer(api.GET('/api/admin/payments/{id}', { params: { path: { id } } })),
    refetchInterval: 10_000,
  })

/** One attempt to pay: what it was for, what its gateway said, and what staff can do. */
export default function PaymentPage() {
  const t = useTexts()
  const { id = '' } = useParams()
  const { data: payment, error, refetch } = usePayment(id)
  const back = { to: paymentsPath, text: t('payments.back') }
  if (error && !payment)
    return (
      <Page title={t('payments.one')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!payment) return <Spin delay={200} />
  const title = t('payments.pageTitle', { gateway: payment.gateway, amount: money(payment.amount) })
  const actions = (
    <>
      <PaymentActions payment={payment} />
      <NoteReversal payment={payment} />
    </>
  )
  return (
    <Page title={title} back={back} actions={actions}>
      <Flex vertical gap={16}>
        <Card title={t('payments.facts')} extra={<PaymentState of={payment.status} />}>
          <Facts payment={payment} />
        </Card>
        <ReversalCard payment={payment} />
        <Notices paymentId={id} />
      </Flex>
    </Page>
  )
}

function Facts({ payment }: { readonly payment: Payment }) {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  const parts = (['wallet_part', 'fee', 'refunded'] as const).filter((part) => payment[part] !== '0.00')
  const said = [
    ...(payment.problem ? [{ label: t('payments.problem'), children: names.reason(payment.problem) }] : []),
    ...(payment.confirmed_by ? [{ label: t('payments.confirmedBy'), children: payment.confirmed_by }] : []),
    ...(payment.note ? [{ label: t('payments.note'), children: payment.note }] : []),
  ]
  const items = [
    { label: t('payments.for'), children: <ForWhat payment={payment} /> },
    {
      label: t('orders.account'),
      children: <AccountLink id={payment.account_id} name={payment.username} />,
    },
    { label: t('payments.amount'), children: <b>{money(payment.amount)}</b> },
    ...parts.map((part) => ({ label: t(`payments.parts.${part}`), children: money(payment[part]) })),
    { label: t('payments.begun'), children: format.exact(payment.created_at) },
    { label: t('payments.expires'), children: format.exact(payment.expires_at) },
    { label: t('payments.paidAt'), children: format.exact(payment.paid_at) },
    ...said,
    { label: t('payments.asks'), children: format.number(payment.asks) },
    ...(payment.next_ask_at
      ? [{ label: t('payments.nextAsk'), children: format.exact(payment.next_ask_at) }]
      : []),
    { label: t('payments.transaction'), children: payment.gateway_tx ?? t('accounts.none') },
    {
      label: t('payments.reference'),
      children: <Typography.Text copyable>{payment.reference}</Typography.Text>,
    },
  ]
  return <Descriptions size="small" column={{ xs: 1, md: 2, xl: 3 }} items={items} />
}

/** What is paid for, and the way to it. */
function ForWhat({ payment: { for_kind: kind, for_id: id, title } }: { readonly payment: Payment }) {
  const t = useTexts()
  const maySee = staffCan(useMe(), 'orders.read')
  if (kind === 'top_up') return t('payments.topUp')
  return maySee ? <Link to={orderLink(id)}>{title}</Link> : title
}

function Notices({ paymentId }: { readonly paymentId: string }) {
  const t = useTexts()
  const list = useList('/api/admin/payment-notices', { payment_id: paymentId }, { refetchMs: 10_000 })
  return (
    <Card title={t('payments.noticesOfOne')}>
      <ListTable
        label={t('payments.noticesOfOne')}
        list={list}
        rowKey="id"
        columns={useNoticeColumns({ ofOne: true })}
        empty={t('payments.noticesNone')}
      />
    </Card>
  )
}
