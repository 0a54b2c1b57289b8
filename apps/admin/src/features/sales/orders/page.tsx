import { readList } from '@lessor/ui'
import { useQuery } from '@tanstack/react-query'
import { Typography } from 'antd'
import { Navigate, useSearchParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useOrderColumns } from './columns.tsx'
import { orderLink } from './links.ts'
import { orderStates } from './state.tsx'

/** The orders; a notice's address names one by `id`, and leads to it. */
export default function OrdersPage() {
  const [params] = useSearchParams()
  const id = params.get('id')
  return id ? <Navigate to={orderLink(id)} replace /> : <Orders />
}

function Orders() {
  const t = useTexts()
  const list = useApiList('/api/admin/orders', {
    filters: ['username', 'status', 'product_id', 'account_id', 'coupon_id', 'from', 'to'],
    sort: '-created_at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('orders.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <ChoiceField
          label={t('orders.status')}
          value={filters.status}
          options={orderStates.map((value) => ({ value, label: t(`orders.states.${value}`) }))}
          onChange={(v) => set('status', v)}
        />
        <ProductField value={filters.product_id} onChange={(v) => set('product_id', v)} />
        <DayRange from={filters.from} to={filters.to} set={set} />
        {filters.coupon_id && <Typography.Text>{t('orders.oneCoupon')}</Typography.Text>}
        {filters.account_id && <Typography.Text>{t('logs.oneAccount')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('orders.title')}
        list={list}
        rowKey="id"
        columns={useOrderColumns({ sorted: true })}
        empty={any ? t('orders.emptyFound') : t('orders.empty')}
      />
    </Page>
  )
}

interface ProductFieldProps {
  readonly value: string | undefined
  readonly onChange: (id: string | undefined) => void
}

/** One of the products, for who may see the catalogue. */
function ProductField({ value, onChange }: ProductFieldProps) {
  const t = useTexts()
  const maySee = staffCan(useMe(), 'catalog.read')
  const { data } = useQuery({
    queryKey: ['products to choose from'],
    queryFn: () => readList('/api/admin/products', { limit: 200 }),
    enabled: maySee,
  })
  if (!data) return null
  const options = data.items.map(({ id, name }) => ({ value: id, label: name }))
  return <ChoiceField label={t('orders.product')} value={value} options={options} onChange={onChange} />
}
