import { useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Typography, type TableColumnsType } from 'antd'
import { useTexts } from '../../texts.ts'

type Entry = components['schemas']['LeaseEntryForStaff']

/** A change of a lease in a row; `sorted` where the list can be. */
export function useRechargeColumns({ sorted = false } = {}): TableColumnsType<Entry> {
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
