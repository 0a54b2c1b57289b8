import { useFormat } from '@lessor/ui'
import { Typography } from 'antd'
import { Link } from 'react-router'
import { userLink } from './links.ts'
import { DayRange, timesOf } from '../../../pieces/day-range.tsx'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { dateOf, secondsOf } from './seconds.ts'
import { UserField } from './user-field.tsx'

export default function RecordsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/recharge-records', {
    filters: ['user_id', 'operator', 'from', 'to'],
    sort: '-created_at',
    ask: (given) => {
      const { from, to, ...others } = timesOf(given)
      return { ...others, ...(from && { from: secondsOf(from) }), ...(to && { to: secondsOf(to) }) }
    },
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('users.records')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <UserField id={filters.user_id} onChange={(id) => set('user_id', id)} />
        <SearchField
          label={t('users.operator')}
          value={filters.operator}
          onChange={(v) => set('operator', v)}
        />
        <DayRange from={filters.from} to={filters.to} set={set} />
      </FilterBar>
      <ListTable
        label={t('users.records')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('users.recordsEmptyFound') : t('users.recordsEmpty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/recharge-records'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('users.username'),
      key: 'username',
      render: (_, record) => <Link to={userLink(record.user_id)}>{record.username}</Link>,
    },
    { title: t('users.change'), key: 'change', render: (_, record) => <Change days={record.change_days} /> },
    {
      title: t('users.when'),
      key: 'created_at',
      sorter: true,
      render: (_, record) => format.time(dateOf(record.created_at)),
    },
    {
      title: t('users.before'),
      key: 'before',
      render: (_, record) => format.time(dateOf(record.expire_before)),
    },
    {
      title: t('users.after'),
      key: 'after',
      render: (_, record) => format.time(dateOf(record.expire_after)),
    },
    { title: t('users.reason'), key: 'reason', render: (_, { reason }) => <Truncated text={reason} /> },
    {
      title: t('users.internalNote'),
      key: 'note',
      render: (_, record) => <Truncated text={record.internal_note} />,
    },
    { title: t('users.operator'), dataIndex: 'operator' },
  ]
}

function Change({ days }: { readonly days: number }) {
  return (
    <Typography.Text type={days < 0 ? 'danger' : 'success'}>{days > 0 ? `+${days}` : days}</Typography.Text>
  )
}
