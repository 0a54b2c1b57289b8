import { Card } from 'antd'
import { Link } from 'react-router'
import { ListTable } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useInvoiceColumns } from './columns.tsx'
import { invoicesOf } from './links.ts'

/** The account's last invoices and credit notes. */
export function RecentInvoices({ accountId }: { readonly accountId: string }) {
  const t = useTexts()
  const list = useList('/api/admin/invoices', { account_id: accountId })
  return (
    <Card title={t('invoices.recent')} extra={<Link to={invoicesOf(accountId)}>{t('invoices.back')}</Link>}>
      <ListTable
        label={t('invoices.recent')}
        list={list}
        rowKey="id"
        columns={useInvoiceColumns({ ofOne: true })}
        empty={t('invoices.recentEmpty')}
      />
    </Card>
  )
}
