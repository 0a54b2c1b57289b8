import type { FilterValue } from '@lessor/contract'
import { useFormat } from '@lessor/ui'
import { Badge } from 'antd'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { useNames } from '../../../pieces/names.ts'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'

type Value<Filter extends 'template' | 'state'> = FilterValue<'/api/admin/mails', Filter>
const templates = [
  'verify_email',
  'reset_password',
  'email_change_asked',
  'email_changed',
  'money_returned',
  'renewal_failed',
  'renewal_price',
  'order_paid',
  'order_refunded',
  'password_changed',
  'test',
  'notice',
  'notice_with_link',
] as const satisfies readonly Value<'template'>[]
const states = ['waiting', 'sent', 'failed'] as const satisfies readonly Value<'state'>[]
const looks = { waiting: 'processing', sent: 'success', failed: 'error' } as const

export default function MailsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/mails', {
    filters: ['to', 'template', 'state'],
    sort: '-created_at',
    refetchMs: 10_000,
  })
  const { filters, set, clear, any } = list
  return (
    <Page title={t('mails.title')} actions={<ExportButton of={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField first label={t('mails.to')} value={filters.to} onChange={(v) => set('to', v)} />
        <ChoiceField
          label={t('mails.template')}
          value={filters.template}
          onChange={(v) => set('template', v)}
          options={templates.map((value) => ({ value, label: t(`mails.templates.${value}`) }))}
        />
        <ChoiceField
          label={t('mails.state')}
          value={filters.state}
          onChange={(v) => set('state', v)}
          options={states.map((value) => ({ value, label: t(`mails.states.${value}`) }))}
        />
      </FilterBar>
      <ListTable
        label={t('mails.title')}
        list={list}
        rowKey="id"
        columns={useColumns()}
        empty={any ? t('mails.emptyFound') : t('mails.empty')}
      />
    </Page>
  )
}

function useColumns(): ListColumn<'/api/admin/mails'>[] {
  const t = useTexts()
  const format = useFormat()
  const names = useNames()
  return [
    {
      title: t('mails.created'),
      key: 'created_at',
      sorter: true,
      render: (_, mail) => format.exact(mail.created_at),
    },
    { title: t('mails.to'), dataIndex: 'to' },
    {
      title: t('mails.template'),
      key: 'template',
      render: (_, mail) => t(`mails.templates.${mail.template}`),
    },
    {
      title: t('mails.state'),
      key: 'state',
      render: (_, { state }) => <Badge status={looks[state]} text={t(`mails.states.${state}`)} />,
    },
    { title: t('mails.tries'), dataIndex: 'attempts' },
    {
      title: t('mails.sentAt'),
      key: 'sent',
      render: (_, { sent_at: sent, next_try_at: next, attempts }) =>
        next && attempts > 0 ? t('mails.next', { at: format.exact(next) }) : format.exact(sent),
    },
    {
      title: t('mails.error'),
      key: 'error',
      render: (_, mail) => (
        <span title={mail.last_error ?? ''}>{names.mailError(mail.last_error ?? '')}</span>
      ),
    },
    {
      title: t('mails.language'),
      key: 'language',
      render: (_, mail) => t(`mails.languages.${mail.language}`),
    },
  ]
}
