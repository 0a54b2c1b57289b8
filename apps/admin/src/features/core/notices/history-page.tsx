import type { FilterValue } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Badge, Typography } from 'antd'
import { Link } from 'react-router'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useNames } from '../../../pieces/names.ts'
import { Page } from '../../../pieces/page.tsx'
import { SeverityMark } from '../../../pieces/severity.tsx'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { noticeKinds } from '../../../pieces/wire-names.ts'
import { useTexts } from '../../../texts.ts'
import { mailsPath } from './links.ts'
import { NoticeTabs } from './tabs.tsx'

type State = FilterValue<'/api/admin/notices', 'state'>
const states = ['waiting', 'sent', 'failed'] as const satisfies readonly State[]
const looks = { waiting: 'processing', sent: 'success', failed: 'error' } as const

export default function HistoryPage() {
  const t = useTexts()
  const names = useNames()
  const list = useApiList('/api/admin/notices', {
    filters: ['kind', 'state'],
    sort: '-created_at',
    refetchMs: 10_000,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('notices.history')} actions={<ExportButton of={list} />}>
      <NoticeTabs />
      <Typography.Paragraph type="secondary">{t('notices.historyWhat')}</Typography.Paragraph>
      <p>
        <Link to={mailsPath}>{t('notices.toMails')}</Link>
      </p>
      <FilterBar onClear={any && clear}>
        <ChoiceField
          label={t('notices.kind')}
          value={filters.kind}
          onChange={(v) => set('kind', v)}
          options={Object.keys(noticeKinds).map((value) => ({ value, label: names.noticeKind(value) }))}
        />
        <ChoiceField
          label={t('notices.state')}
          value={filters.state}
          onChange={(v) => set('state', v)}
          options={states.map((value) => ({ value, label: t(`notices.states.${value}`) }))}
        />
      </FilterBar>
      <ListTable
        label={t('notices.history')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={t(any ? 'notices.emptyFound' : 'notices.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/notices'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  return [
    {
      title: t('notices.created'),
      key: 'created_at',
      sorter: true,
      render: (_, notice) => format.exact(notice.created_at),
    },
    {
      title: t('notices.severity'),
      key: 'severity',
      render: (_, { severity }) => <SeverityMark of={severity} />,
    },
    { title: t('notices.kind'), key: 'kind', render: (_, { kind }) => names.noticeKind(kind) },
    { title: t('notices.subject'), key: 'title', className: 'said', dataIndex: 'title' },
    {
      title: t('notices.notifier'),
      key: 'interface',
      render: (_, notice) => <Truncated text={notice.interface ?? t('notices.deleted')} />,
    },
    {
      title: t('notices.state'),
      key: 'state',
      render: (_, { state }) => <Badge status={looks[state]} text={t(`notices.states.${state}`)} />,
    },
    { title: t('notices.tries'), dataIndex: 'attempts' },
    {
      title: t('notices.sentAt'),
      key: 'sent',
      render: (_, { sent_at: sent, next_try_at: next, attempts }) =>
        next && attempts > 0 ? t('notices.next', { at: format.exact(next) }) : format.exact(sent),
    },
    {
      title: t('notices.error'),
      key: 'error',
      className: 'said',
      render: (_, { last_error: error }) => error,
    },
  ]
}
