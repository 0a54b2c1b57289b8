import { useFormat } from '@lessor/ui'
import { Typography } from 'antd'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { accountLink } from '../accounts/links.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { EndButton } from '../accounts/devices.tsx'

export default function OnlinePage() {
  const t = useTexts()
  const format = useFormat()
  const list = useApiList('/api/admin/online-users', {
    filters: ['username'],
    sort: '-created_at',
    refetchMs: 5_000,
  })
  const { filters, set, clear, any } = list
  const total = list.first?.total
  return (
    <Page title={t('online.title')} actions={<ExportButton of={list} />}>
      <Typography.Paragraph type="secondary" aria-live="polite">
        {total !== undefined && t('online.total', { count: total, shown: format.number(total) })}
      </Typography.Paragraph>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
      </FilterBar>
      <ListTable
        label={t('online.title')}
        list={list}
        rowKey="session_id"
        columns={useColumns()}
        empty={any ? t('online.emptyFound') : t('online.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/online-users'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayEnd = staffCan(useMe(), 'sessions.end')
  return [
    {
      title: t('accounts.username'),
      key: 'username',
      render: (_, device) => <Link to={accountLink(device.account_id)}>{device.username}</Link>,
    },
    { title: t('accounts.device'), dataIndex: 'hardware_code' },
    { title: t('accounts.version'), dataIndex: 'software_version' },
    { title: t('accounts.ip'), dataIndex: 'ip' },
    {
      title: t('online.since'),
      key: 'created_at',
      sorter: true,
      render: (_, device) => format.time(device.created_at),
    },
    {
      title: t('accounts.seen'),
      key: 'last_activity_at',
      sorter: true,
      render: (_, device) => format.exact(device.last_activity_at),
    },
    {
      title: t('pieces.actions'),
      key: 'end',
      render: (_, device) => mayEnd && <EndButton sessionId={device.session_id} />,
    },
  ]
}
