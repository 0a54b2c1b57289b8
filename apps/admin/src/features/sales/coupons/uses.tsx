import { useFormat } from '@lessor/ui'
import { Card, Typography } from 'antd'
import { Link } from 'react-router'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { AccountLink } from '../../people/logs/account-link.tsx'
import { orderLink } from '../orders/links.ts'

/** The orders that hold a coupon. */
export function Uses({ couponId }: { readonly couponId: string }) {
  const t = useTexts()
  const list = useApiList('/api/admin/coupon-uses', {
    filters: ['username', 'from', 'to'],
    sort: '-at',
    ask: (filters) => ({ ...timesOf(filters), coupon_id: couponId }),
  })
  const { filters, set, clear, any } = list
  return (
    <Card title={t('coupons.usedBy')} extra={<ExportButton of={list} />}>
      <Typography.Paragraph type="secondary">{t('coupons.usedByWhat')}</Typography.Paragraph>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('coupons.username')}
          value={filters.username}
          onChange={(v) => set('username', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
      </FilterBar>
      <ListTable
        label={t('coupons.usedBy')}
        list={list}
        rowKey="order_id"
        columns={useColumns()}
        empty={t(any ? 'coupons.emptyUsesFound' : 'coupons.emptyUses')}
      />
    </Card>
  )
}

function useColumns(): ListColumn<'/api/admin/coupon-uses'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    { title: t('coupons.at'), key: 'at', sorter: true, render: (_, { at }) => format.time(at) },
    {
      title: t('coupons.account'),
      key: 'username',
      render: (_, one) => <AccountLink id={one.account_id} name={one.username} />,
    },
    {
      title: t('coupons.discount'),
      key: 'discount',
      align: 'end',
      render: (_, { discount }) => money(discount),
    },
    {
      title: t('coupons.order'),
      key: 'order',
      render: (_, { order_id: id }) => <Link to={orderLink(id)}>{id.slice(-8)}</Link>,
    },
  ]
}
