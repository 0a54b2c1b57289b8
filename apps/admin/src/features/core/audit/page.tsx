import { useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Descriptions } from 'antd'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useNames } from '../../../pieces/names.ts'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'

type Entry = components['schemas']['AuditEntry']

export default function AuditPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/logs/audit', {
    filters: ['action', 'actor', 'actor_id', 'subject_id', 'from', 'to'],
    sort: '-at',
    ask: timesOf,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('audit.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('audit.action')}
          value={filters.action}
          onChange={(v) => set('action', v)}
        />
        <SearchField label={t('audit.actor')} value={filters.actor} onChange={(v) => set('actor', v)} />
        <SearchField
          label={t('audit.subjectId')}
          value={filters.subject_id}
          onChange={(v) => set('subject_id', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
      </FilterBar>
      <ListTable
        label={t('audit.title')}
        list={list}
        rowKey="seq"
        columns={useColumns()}
        expand={(entry) => <Change entry={entry} />}
        empty={any ? t('logs.emptyFound') : t('logs.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/logs/audit'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  return [
    { title: '#', dataIndex: 'seq' },
    {
      title: t('accounts.when'),
      key: 'at',
      sorter: true,
      render: (_, entry) => format.exact(entry.at),
    },
    { title: t('audit.actor'), key: 'actor', render: (_, { actor }) => names.actor(actor) },
    {
      title: t('audit.actionShort'),
      key: 'action',
      render: (_, { action }) => <span title={action}>{names.action(action)}</span>,
    },
    { title: t('audit.subject'), key: 'subject', render: (_, { subject }) => names.subject(subject.kind) },
    { title: t('accounts.ip'), dataIndex: 'ip' },
  ]
}

/** What was, and what is, each as its fields. */
function Change({ entry }: { readonly entry: Entry }) {
  const t = useTexts()
  const names = useNames()
  const items = [
    { label: t('audit.before'), children: <Fields value={entry.before} /> },
    { label: t('audit.after'), children: <Fields value={entry.after} /> },
    { label: t('audit.subject'), children: `${names.subject(entry.subject.kind)} ${entry.subject.id}` },
    { label: t('audit.requestId'), children: entry.request_id },
    { label: t('logs.userAgent'), children: entry.user_agent },
  ]
  return <Descriptions size="small" column={{ xs: 1, lg: 2 }} items={items} />
}

function Fields({ value }: { readonly value: unknown }) {
  const t = useTexts()
  if (value == null) return t('accounts.none')
  return <pre style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{JSON.stringify(value, null, 2)}</pre>
}
