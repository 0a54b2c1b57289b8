import { answer, api, useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Button, Flex, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { orderLink } from '../orders/links.ts'
import { Brings } from './brings.tsx'
import { codesOf } from './links.ts'
import { useAct, useAsk } from '../../../pieces/act.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { CodeSheet } from './code-sheet.tsx'
import { ExportBatch } from './export-batch.tsx'
import { IssueDialog, type Issued } from './issue-dialog.tsx'

type Batch = components['schemas']['CodeBatch']

export default function BatchesPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/code-batches', { filters: ['query', 'order_id'], sort: '-created_at' })
  const { filters, set, clear, any } = list
  const [issuing, setIssuing] = useState(false)
  const [issued, setIssued] = useState<Issued>()
  const mayIssue = staffCan(useMe(), 'codes.issue')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayIssue && (
        <Button type="primary" onClick={() => setIssuing(true)}>
          {t('codes.issue')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('codes.batches')} actions={actions}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('codes.searchBatches')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
        {filters.order_id && <Typography.Text>{t('codes.ofOrderOnly')}</Typography.Text>}
      </FilterBar>
      <ListTable
        label={t('codes.batches')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t(any ? 'codes.emptyBatchesFound' : mayIssue ? 'codes.emptyBatches' : 'pieces.nothingYet')}
      />
      {issuing && <IssueDialog onIssued={setIssued} onClose={() => setIssuing(false)} />}
      {issued && (
        <CodeSheet
          title={t('codes.issued', { count: issued.batch.count })}
          codes={issued.codes}
          what={issued.codes ? undefined : t('codes.issuedWhat')}
          onClose={() => setIssued(undefined)}
        />
      )}
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/code-batches'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('codes.created'),
      key: 'created_at',
      sorter: true,
      render: (_, batch) => format.time(batch.created_at),
    },
    { title: t('codes.note'), dataIndex: 'note' },
    { title: t('codes.brings'), key: 'brings', render: (_, batch) => <Brings brings={batch} /> },
    { title: t('codes.amount'), dataIndex: 'amount' },
    { title: t('codes.count'), key: 'count', sorter: true, render: (_, batch) => format.number(batch.count) },
    ...(['unused', 'used', 'expired', 'revoked'] as const).map((status) => ({
      title: t(`codes.statuses.${status}`),
      key: status,
      render: (_: unknown, batch: Batch) => format.number(batch[status]),
    })),
    {
      title: t('codes.expires'),
      key: 'expires_at',
      sorter: true,
      render: (_, batch) => format.day(batch.expires_at),
    },
    { title: t('codes.by'), key: 'created_by', render: (_, batch) => <IssuedBy batch={batch} /> },
    { title: t('pieces.actions'), key: 'act', render: (_, batch) => <BatchActions batch={batch} /> },
  ]
}

/** Who issued it, or the order that it was issued for. */
function IssuedBy({ batch: { created_by: name, order_id: order } }: { readonly batch: Batch }) {
  const t = useTexts()
  const maySee = staffCan(useMe(), 'orders.read')
  if (order === null) return name
  const text = t('codes.ofOrder', { number: order.slice(-8) })
  return maySee ? <Link to={orderLink(order)}>{text}</Link> : text
}

function BatchActions({ batch }: { readonly batch: Batch }) {
  const t = useTexts()
  const me = useMe()
  const ask = useAsk()
  const path = { path: { id: batch.id } }
  const revoke = useAct({
    act: () => answer(api.POST('/api/admin/code-batches/{id}/revoke', { params: path })),
  })
  const revoked = {
    title: t('codes.revokeBatchAsk', { count: batch.unused }),
    what: t('codes.revokeWhat'),
    yes: t('codes.revokeBatch'),
    final: true,
  }
  return (
    <Flex className="acts" gap={8} align="center">
      <Link to={codesOf(batch.id)}>{t('codes.see')}</Link>
      {staffCan(me, 'codes.export') && <ExportBatch id={batch.id} />}
      {staffCan(me, 'codes.revoke') && batch.unused > 0 && (
        <Button size="small" onClick={() => ask(revoked, revoke, undefined)}>
          {t('codes.revokeBatch')}
        </Button>
      )}
    </Flex>
  )
}
