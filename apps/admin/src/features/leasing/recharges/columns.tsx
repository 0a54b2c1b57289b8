import { useFormat } from '@lessor/ui'
import { Typography } from 'antd'
import type { ListColumn } from '../../../pieces/list.tsx'
import { useTexts } from '../../../texts.ts'

/** A change of a lease in a row; `sorted` where the list can be. */
export function useRechargeColumns({ sorted = false } = {}): ListColumn<'/api/admin/logs/recharges'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('accounts.when'),
      key: 'created_at',
      sorter: sorted,
      render: (_, entry) => format.time(entry.created_at),
    },
    { title: t('accounts.change'), key: 'change', render: (_, entry) => <Change days={entry.change_days} /> },
    { title: t('accounts.level'), dataIndex: 'level' },
    {
      title: t('accounts.source'),
      key: 'source',
      render: (_, entry) => t(`accounts.sources.${entry.source}`),
    },
    { title: t('accounts.after'), key: 'after', render: (_, entry) => format.time(entry.expire_after) },
    { title: t('accounts.reason'), dataIndex: 'reason' },
    { title: t('accounts.internalNote'), dataIndex: 'internal_note' },
    { title: t('accounts.operator'), dataIndex: 'operator' },
  ]
}

function Change({ days }: { readonly days: number }) {
  return (
    <Typography.Text type={days < 0 ? 'danger' : 'success'}>{days > 0 ? `+${days}` : days}</Typography.Text>
  )
}
