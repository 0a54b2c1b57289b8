import { useFormat } from '@lessor/ui'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from './account-link.tsx'
import { Result } from './result.tsx'

export default function RegistrationsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/logs/registrations', {
    filters: ['username', 'ip', 'from', 'to'],
    sort: '-at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('logs.registrations')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <SearchField label={t('accounts.ip')} value={filters.ip} onChange={(v) => set('ip', v)} />
        <DayRange from={filters.from} to={filters.to} set={set} />
      </FilterBar>
      <ListTable
        label={t('logs.registrations')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('logs.emptyFound') : t('logs.registrationsEmpty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/logs/registrations'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('accounts.when'), key: 'at', sorter: true, render: (_, row) => format.exact(row.at) },
    {
      title: t('accounts.username'),
      key: 'username',
      render: (_, row) => <AccountLink id={row.account_id} name={row.username} />,
    },
    { title: t('logs.result'), key: 'result', render: (_, row) => <Result result={row.result} /> },
    { title: t('accounts.ip'), dataIndex: 'ip' },
    { title: t('logs.userAgent'), dataIndex: 'user_agent' },
  ]
}
