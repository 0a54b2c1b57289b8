import type { components } from '@lessor/contract'
import { Typography, type TableColumnsType } from 'antd'
import { DayRange, timesOf } from '../../pieces/day-range.tsx'
import { ChoiceField, FilterBar } from '../../pieces/filter-bar.tsx'
import { useFilters } from '../../pieces/filters.ts'
import { ListTable, useList } from '../../pieces/list.tsx'
import { Page } from '../../pieces/page.tsx'
import { loadRecharges } from '../../queries.ts'
import { useTexts } from '../../texts.ts'
import { useRechargeColumns } from '../accounts/recharge-columns.tsx'
import { AccountLink } from './account-link.tsx'

type Entry = components['schemas']['LeaseEntryForStaff']
const sources = ['code', 'grant', 'order'] as const

export default function RechargesPage() {
  const t = useTexts()
  const { filters, set, clear, any } = useFilters('source', 'account_id', 'from', 'to')
  const list = useList({ key: ['recharges', filters], load: (page) => loadRecharges(timesOf(filters), page) })
  const options = sources.map((value) => ({ value, label: t(`accounts.sources.${value}`) }))
  return (
    <Page title={t('logs.recharges')}>
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('logs.source')}
          value={filters.source}
          options={options}
          onChange={(v) => set('source', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('logs.recharges')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('logs.emptyFound') : t('logs.empty')}
      />
    </Page>
  )
}

function useColumns(): TableColumnsType<Entry> {
  const t = useTexts()
  const name = {
    title: t('accounts.username'),
    key: 'username',
    render: (_: unknown, entry: Entry) => <AccountLink id={entry.account_id} name={entry.username} />,
  }
  return [name, ...useRechargeColumns()]
}
