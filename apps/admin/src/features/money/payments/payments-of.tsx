import { Card } from 'antd'
import { Link } from 'react-router'
import { ListTable } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { usePaymentColumns } from './columns.tsx'
import { paymentsFor } from './links.ts'

/** The attempts to pay for one thing. */
export function PaymentsOf({ forId }: { readonly forId: string }) {
  const t = useTexts()
  const list = useList('/api/admin/payments', { for_id: forId })
  return (
    <Card title={t('payments.title')} extra={<Link to={paymentsFor(forId)}>{t('payments.all')}</Link>}>
      <ListTable
        label={t('payments.title')}
        list={list}
        rowKey="id"
        columns={usePaymentColumns({ ofOne: true })}
        empty={t('payments.noneOf')}
      />
    </Card>
  )
}
