import type { ListItem } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Link } from 'react-router'
import type { ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { orderLink } from './links.ts'
import { OrderState } from './state.tsx'

type Order = ListItem<'/api/admin/orders'>

/** An order in a row; `sorted` where the list can be, `ofOne` where all are of one account. */
export function useOrderColumns({ sorted = false, ofOne = false } = {}): ListColumn<'/api/admin/orders'>[] {
  const t = useTexts()
  const format = useFormat()
  const account: ListColumn<'/api/admin/orders'> = {
    title: t('orders.account'),
    key: 'username',
    render: (_, order) => <AccountLink id={order.account_id} name={order.username} />,
  }
  return [
    {
      title: t('orders.order'),
      key: 'created_at',
      sorter: sorted,
      render: (_, order) => <Link to={orderLink(order.id)}>{format.time(order.created_at)}</Link>,
    },
    {
      title: t('orders.status'),
      key: 'status',
      render: (_, order) => <OrderState of={order} />,
    },
    { title: t('orders.product'), key: 'product', render: (_, order) => whatOf(order) },
    { title: t('orders.total'), key: 'total', align: 'end', render: (_, { total }) => money(total) },
    ...(ofOne ? [] : [account]),
    { title: t('orders.paidAt'), key: 'paid_at', render: (_, order) => format.time(order.paid_at) },
    { title: t('orders.endsAt'), key: 'ends_at', render: (_, order) => format.time(order.ends_at) },
  ]
}

/** What was ordered, and how many of it. */
export const whatOf = ({ product, quantity }: Pick<Order, 'product' | 'quantity'>): string =>
  quantity === 1 ? product : `${product} × ${quantity}`
