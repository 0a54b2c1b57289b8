import { useFormat } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { FinishDialog } from './finish-dialog.tsx'

type Refund = ListItem<'/api/admin/refunds'>
const states = ['wanted', 'sent', 'success', 'failed'] as const satisfies readonly Refund['status'][]

/** Money on its way back by gateways. */
export default function RefundsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/refunds', {
    filters: ['status', 'for_id'],
    sort: '-created_at',
    refetchMs: 10_000,
  })
  const [finishing, setFinishing] = useState<Refund>()
  const { filters, set, clear, any } = list
  return (
    <Page title={t('refunds.title')} actions={<ExportButton of={list} />}>
      <Typography.Paragraph type="secondary">{t('refunds.what')}</Typography.Paragraph>
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('refunds.status')}
          value={filters.status}
          options={states.map((value) => ({ value, label: t(`refunds.states.${value}`) }))}
          onChange={(v) => set('status', v)}
        />
      </FilterBar>
      <ListTable
        label={t('refunds.title')}
        list={list}
        rowKey="id"
        columns={useColumns(setFinishing)}
        empty={any ? t('refunds.emptyFound') : t('refunds.empty')}
      />
      {finishing && <FinishDialog refund={finishing} onClose={() => setFinishing(undefined)} />}
    </Page>
  )
}

function useColumns(finish: (refund: Refund) => void): ListColumn<'/api/admin/refunds'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayFinish = staffCan(useMe(), 'payments.confirm')
  const act: ListColumn<'/api/admin/refunds'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, refund) =>
      (refund.status === 'wanted' || refund.status === 'sent') && (
        <Button size="small" onClick={() => finish(refund)}>
          {t('refunds.finish')}
        </Button>
      ),
  }
  return [
    {
      title: t('refunds.at'),
      key: 'created_at',
      sorter: true,
      render: (_, one) => format.exact(one.created_at),
    },
    { title: t('refunds.amount'), key: 'amount', render: (_, one) => money(one.amount) },
    { title: t('refunds.status'), key: 'status', render: (_, one) => t(`refunds.states.${one.status}`) },
    ...(mayFinish ? [act] : []),
    {
      title: t('refunds.order'),
      key: 'order',
      render: (_, { for_id: id }) => <Link to={`/orders/${id}`}>{id.slice(-8)}</Link>,
    },
    { title: t('refunds.reason'), dataIndex: 'reason', className: 'said' },
    { title: t('refunds.problem'), dataIndex: 'problem', className: 'said' },
  ]
}
