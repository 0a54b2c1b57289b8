import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import type { ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { useNames } from '../../../pieces/names.ts'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { paymentLink } from './links.ts'
import { PaymentState } from './state.tsx'

/** A payment in a row; `sorted` where the list can be, `ofOne` where all are for one thing. */
export function usePaymentColumns({
  sorted = false,
  ofOne = false,
} = {}): ListColumn<'/api/admin/payments'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  const whose: ListColumn<'/api/admin/payments'>[] = [
    {
      title: t('orders.account'),
      key: 'username',
      render: (_, one) => <AccountLink id={one.account_id} name={one.username} />,
    },
    { title: t('payments.for'), key: 'title', render: (_, { title }) => <Truncated text={title} /> },
  ]
  return [
    {
      title: t('payments.begun'),
      key: 'created_at',
      sorter: sorted,
      render: (_, one) => <Link to={paymentLink(one.id)}>{format.time(one.created_at)}</Link>,
    },
    {
      title: t('payments.status'),
      key: 'status',
      render: (_, { status }) => <PaymentState of={status} />,
    },
    { title: t('payments.amount'), key: 'amount', align: 'end', render: (_, one) => money(one.amount) },
    { title: t('payments.gateway'), dataIndex: 'gateway' },
    ...(ofOne ? [] : whose),
    { title: t('payments.paidAt'), key: 'paid_at', render: (_, one) => format.time(one.paid_at) },
    {
      title: t('payments.problem'),
      key: 'problem',
      render: (_, { problem }) => <Truncated text={names.reason(problem ?? '')} />,
    },
    { title: t('payments.reference'), dataIndex: 'reference' },
  ]
}
