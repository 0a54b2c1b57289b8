import { Card } from 'antd'
import { Link } from 'react-router'
import { ListTable } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useOrderColumns } from './columns.tsx'
import { ordersOf } from './links.ts'

/** The account's last orders. */
export function RecentOrders({ accountId }: { readonly accountId: string }) {
  const t = useTexts()
  const list = useList('/api/admin/orders', { account_id: accountId })
  return (
    <Card title={t('orders.recent')} extra={<Link to={ordersOf(accountId)}>{t('orders.all')}</Link>}>
      <ListTable
        label={t('orders.recent')}
        list={list}
        rowKey="id"
        columns={useOrderColumns({ ofOne: true })}
        empty={t('orders.recentEmpty')}
      />
    </Card>
  )
}
