import type { components } from '@lessor/contract'
import { entrySources } from '@lessor/kit'
import { Typography } from 'antd'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useRechargeColumns } from './columns.tsx'
import { AccountLink } from '../../people/logs/account-link.tsx'

type Entry = components['schemas']['LeaseEntryForStaff']

export default function RechargesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/logs/recharges', {
    filters: ['username', 'source', 'account_id', 'from', 'to'],
    sort: '-created_at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  const options = entrySources.map((value) => ({ value, label: t(`accounts.sources.${value}`) }))
  return (
    <Page title={t('recharges.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <ChoiceField
          label={t('recharges.source')}
          value={filters.source}
          options={options}
          onChange={(v) => set('source', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('recharges.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('logs.emptyFound') : t('logs.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/logs/recharges'>[] {
  const t = useTexts()
  const name = {
    title: t('accounts.username'),
    key: 'username',
    render: (_: unknown, entry: Entry) => <AccountLink id={entry.account_id} name={entry.username} />,
  }
  return [name, ...useRechargeColumns({ sorted: true })]
}
