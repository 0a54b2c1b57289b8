import { Typography } from 'antd'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { useNoticeColumns } from './notice-columns.tsx'
import { verdicts } from './state.tsx'

/** What gateways sent, each with its verdict. */
export default function NoticesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/payment-notices', {
    filters: ['verdict', 'payment_id'],
    sort: '-at',
    refetchMs: 10_000,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('payments.notices')} actions={<ExportButton of={list} />}>
      <Typography.Paragraph type="secondary">{t('payments.noticesWhat')}</Typography.Paragraph>
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('payments.verdict')}
          value={filters.verdict}
          options={verdicts.map((value) => ({ value, label: t(`payments.verdicts.${value}`) }))}
          onChange={(v) => set('verdict', v)}
        />
        {filters.payment_id && <Typography.Text>{t('payments.onePayment')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('payments.notices')}
        list={list}
        rowKey="id"
        columns={useNoticeColumns({ sorted: true })}
        empty={any ? t('payments.noticesEmptyFound') : t('payments.noticesEmpty')}
      />
    </Page>
  )
}
