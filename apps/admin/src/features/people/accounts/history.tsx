import { Card } from 'antd'
import { Link } from 'react-router'
import { rechargesOf } from '../../leasing/recharges/links.ts'
import { ListTable } from '../../../pieces/list.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useRechargeColumns } from '../../leasing/recharges/columns.tsx'

/** The account's latest changes of its lease. */
export function History({ accountId }: { readonly accountId: string }) {
  const t = useTexts()
  const list = useList('/api/admin/logs/recharges', { account_id: accountId })
  return (
    <Card title={t('accounts.history')} extra={<Link to={rechargesOf(accountId)}>{t('accounts.all')}</Link>}>
      <ListTable
        label={t('accounts.history')}
        list={list}
        rowKey="id"
        columns={useRechargeColumns()}
        empty={t('accounts.historyEmpty')}
      />
    </Card>
  )
}
