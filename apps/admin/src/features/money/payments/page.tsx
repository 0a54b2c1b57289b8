import { answer, api } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { usePaymentColumns } from './columns.tsx'
import { paymentStates } from './state.tsx'

export default function PaymentsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/payments', {
    filters: ['username', 'reference', 'status', 'account_id', 'interface_id', 'for_id', 'from', 'to'],
    sort: '-created_at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('payments.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('payments.reference')}
          value={filters.reference}
          onChange={(v) => set('reference', v)}
        />
        <SearchField
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <ChoiceField
          label={t('payments.status')}
          value={filters.status}
          options={paymentStates.map((value) => ({ value, label: t(`payments.states.${value}`) }))}
          onChange={(v) => set('status', v)}
        />
        <GatewayField value={filters.interface_id} onChange={(v) => set('interface_id', v)} />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
        {filters.for_id && <Typography.Text>{t('payments.oneOrder')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('payments.title')}
        list={list}
        rowKey="id"
        columns={usePaymentColumns({ sorted: true })}
        empty={any ? t('payments.emptyFound') : t('payments.empty')}
      />
    </Page>
  )
}

interface GatewayFieldProps {
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** One of the ways to pay. */
function GatewayField({ value, onChange }: GatewayFieldProps) {
  const t = useTexts()
  const { data } = useQuery({
    queryKey: ['gateway names'],
    queryFn: () => answer(api.GET('/api/admin/gateways')),
  })
  if (!data) return null
  const options = data.items.map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceField label={t('payments.gateway')} value={value} options={options} onChange={onChange} />
}
