import { answer, api, ErrorPanel, useFormat } from '@lessor/ui'
import type { ListItem } from '@lessor/contract'
import { useQuery } from '@tanstack/react-query'
import { Descriptions, Spin } from 'antd'
import { Link, useParams } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { useFilters } from '../../../pieces/filters.ts'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { money } from '../../../pieces/money.ts'
import { Page } from '../../../pieces/page.tsx'
import { useList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { paymentLink } from '../payments/links.ts'
import { statementsPath } from './links.ts'
import { RowActions } from './row-actions.tsx'

type Difference = ListItem<'/api/admin/statement-rows'>
const kinds = [
  'missing_here',
  'missing_there',
  'amount',
  'fee',
] as const satisfies readonly Difference['kind'][]
const states = ['open', 'resolved', 'dismissed'] as const satisfies readonly Difference['state'][]

const useRun = (id: string) =>
  useQuery({
    queryKey: ['statement', id],
    queryFn: () => answer(api.GET('/api/admin/statements/{id}', { params: { path: { id } } })),
  })

/** What differs between one file and the payments, and what is done about it. */
export default function StatementPage() {
  const t = useTexts()
  const { id = '' } = useParams()
  const { data: run, error, refetch } = useRun(id)
  const { filters, set, clear, any } = useFilters('kind', 'state')
  const list = useList('/api/admin/statement-rows', { run_id: id, ...filters })
  const columns = useColumns()
  const back = { to: statementsPath, text: t('statements.title') }
  if (error && !run)
    return (
      <Page title={t('statements.title')} back={back}>
        <ErrorPanel error={error} retry={refetch} />
      </Page>
    )
  if (!run) return <Spin delay={200} />
  return (
    <Page title={`${run.gateway} · ${run.file_name}`} back={back} actions={<ExportButton of={list} />}>
      <Facts run={run} />
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('statements.kind')}
          value={filters.kind}
          options={kinds.map((value) => ({ value, label: t(`statements.kinds.${value}`) }))}
          onChange={(v) => set('kind', v)}
        />
        <ChoiceField
          label={t('statements.state')}
          value={filters.state}
          options={states.map((value) => ({ value, label: t(`statements.states.${value}`) }))}
          onChange={(v) => set('state', v)}
        />
      </FilterBar>
      <ListTable
        label={t('statements.differences')}
        list={list}
        rowKey="id"
        columns={columns}
        empty={any ? t('statements.emptyFound') : t('statements.emptyRows')}
      />
    </Page>
  )
}

type Run = NonNullable<ReturnType<typeof useRun>['data']>

function Facts({ run }: { readonly run: Run }) {
  const t = useTexts()
  const format = useFormat()
  const counts = (['lines', 'matched', 'differences', 'open', 'skipped'] as const).map((name) => ({
    label: t(`statements.${name}`),
    children: format.number(run[name]),
  }))
  const items = [
    { label: t('statements.period'), children: `${format.time(run.from)} – ${format.time(run.to)}` },
    ...counts,
    { label: t('statements.createdBy'), children: run.created_by },
  ]
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2, xl: 3 }}
      items={items}
      style={{ marginBlockEnd: 12 }}
    />
  )
}

function useColumns(): ListColumn<'/api/admin/statement-rows'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayMatch = staffCan(useMe(), 'statements.match')
  const amounts = (amount: string | null, fee: string | null) =>
    [amount && money(amount), fee && fee !== '0.00' && t('statements.feeOf', { amount: money(fee) })]
      .filter(Boolean)
      .join(' · ') || '—'
  const act: ListColumn<'/api/admin/statement-rows'> = {
    title: t('pieces.actions'),
    key: 'act',
    render: (_, row) => (row.ways.length > 0 ? <RowActions row={row} /> : <Outcome row={row} />),
  }
  return [
    { title: t('statements.kind'), key: 'kind', render: (_, row) => t(`statements.kinds.${row.kind}`) },
    {
      title: t('statements.there'),
      key: 'there',
      render: (_, row) => amounts(row.amount_there, row.fee_there),
    },
    { title: t('statements.here'), key: 'here', render: (_, row) => amounts(row.amount_here, row.fee_here) },
    mayMatch ? act : { ...act, title: t('statements.handled'), render: (_, row) => <Outcome row={row} /> },
    { title: t('statements.at'), key: 'at', sorter: true, render: (_, row) => format.exact(row.at) },
    { title: t('statements.columns.transaction'), dataIndex: 'gateway_tx' },
    {
      title: t('statements.payment'),
      key: 'payment',
      render: (_, row) =>
        row.payment_id ? (
          <Link to={paymentLink(row.payment_id)}>{t('statements.toPayment')}</Link>
        ) : (
          t('statements.unknown')
        ),
    },
  ]
}

/** What became of a difference, who did it and why. */
function Outcome({ row }: { readonly row: Difference }) {
  const t = useTexts()
  if (!row.resolution) return <>{t(`statements.states.${row.state}`)}</>
  const said = [t(`statements.waysDone.${row.resolution}`), row.resolved_by, row.note].filter(Boolean)
  return <>{said.join(' · ')}</>
}
