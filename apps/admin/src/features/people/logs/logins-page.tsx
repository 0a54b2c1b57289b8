import { useFormat } from '@lessor/ui'
import { Typography } from 'antd'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from './account-link.tsx'
import { Result } from './result.tsx'

export default function LoginsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/logs/logins', {
    filters: ['username', 'ip', 'hardware_code', 'account_id', 'from', 'to'],
    sort: '-at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('logs.logins')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <SearchField label={t('accounts.ip')} value={filters.ip} onChange={(v) => set('ip', v)} />
        <SearchField
          label={t('accounts.device')}
          value={filters.hardware_code}
          onChange={(v) => set('hardware_code', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('logs.logins')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('logs.emptyFound') : t('logs.loginsEmpty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/logs/logins'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('accounts.when'), key: 'at', sorter: true, render: (_, login) => format.exact(login.at) },
    {
      title: t('accounts.username'),
      key: 'username',
      render: (_, login) => <AccountLink id={login.account_id} name={login.username} />,
    },
    { title: t('logs.result'), key: 'result', render: (_, login) => <Result result={login.result} /> },
    { title: t('accounts.ip'), dataIndex: 'ip' },
    { title: t('accounts.device'), dataIndex: 'hardware_code' },
    { title: t('accounts.version'), dataIndex: 'software_version' },
  ]
}
