import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { BatchDialog } from './batch-dialog.tsx'
import { useInvoiceColumns } from './columns.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { invoiceLink } from './links.ts'
import { statuses } from './status.tsx'

const kinds = ['invoice', 'credit_note'] as const

export default function InvoicesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/invoices', {
    filters: ['query', 'status', 'kind', 'year', 'account_id'],
    sort: '-created_at',
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('invoices.title')} actions={<Actions list={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('invoices.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
        <ChoiceField
          label={t('invoices.status')}
          value={filters.status}
          onChange={(v) => set('status', v)}
          options={statuses.map((value) => ({ value, label: t(`invoices.statuses.${value}`) }))}
        />
        <ChoiceField
          label={t('invoices.kind')}
          value={filters.kind}
          onChange={(v) => set('kind', v)}
          options={kinds.map((value) => ({ value, label: t(`invoices.kinds.${value}`) }))}
        />
        <ChoiceField
          label={t('invoices.year')}
          value={filters.year}
          onChange={(v) => set('year', v)}
          options={lastYears().map((value) => ({ value, label: value }))}
        />
      </FilterBar>
      <ListTable
        label={t('invoices.title')}
        list={list}
        rowKey="id"
        columns={useInvoiceColumns({ sorted: true })}
        empty={any ? t('invoices.emptyFound') : t('invoices.empty')}
      />
    </Page>
  )
}

const lastYears = () => Array.from({ length: 6 }, (_, ago) => String(new Date().getFullYear() - ago))

function Actions({ list }: { readonly list: Parameters<typeof ExportButton>[0]['of'] }) {
  const t = useTexts()
  const go = useNavigate()
  const [open, setOpen] = useState<'one' | 'batch'>()
  const close = () => setOpen(undefined)
  return (
    <>
      <ExportButton of={list} />
      {staffCan(useMe(), 'invoices.manage') && (
        <>
          <Button onClick={() => setOpen('batch')}>{t('invoices.batch')}</Button>
          <Button type="primary" onClick={() => setOpen('one')}>
            {t('invoices.create')}
          </Button>
        </>
      )}
      {open === 'batch' && <BatchDialog onClose={close} />}
      {open === 'one' && <CreateDialog onClose={close} onMade={({ id }) => void go(invoiceLink(id))} />}
    </>
  )
}
