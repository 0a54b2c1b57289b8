import { useFormat } from '@lessor/ui'
import type { components, FilterValue } from '@lessor/contract'
import { Badge, Button, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { staffCan, useMe } from '../../../me.ts'
import { accountLink } from './links.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { Truncated } from '../../../pieces/truncated.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { CreateDialog } from './create-dialog.tsx'
import { GrantDialog } from './grant-dialog.tsx'
import { Standing } from './standing.tsx'

const statuses = ['active', 'disabled'] as const satisfies readonly FilterValue<
  '/api/admin/accounts',
  'status'
>[]

export type Account = components['schemas']['Account']

/** What an account is called. */
export const nameOf = (account: Pick<Account, 'display_name' | 'username'>) =>
  account.display_name ?? account.username

export default function AccountsPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/accounts', { filters: ['query', 'status'], sort: '-created_at' })
  const { filters, set, clear, any } = list
  const actions = (
    <>
      <ExportButton of={list} />
      {staffCan(useMe(), 'accounts.write') && <Create />}
    </>
  )
  const [granting, setGranting] = useState<Account>()
  const columns = useColumns(setGranting)
  const options = statuses.map((value) => ({ value, label: t(`accounts.${value}`) }))
  return (
    <Page title={t('accounts.title')} actions={actions}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('accounts.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
        <ChoiceField
          label={t('accounts.status')}
          value={filters.status}
          options={options}
          onChange={(v) => set('status', v)}
        />
      </FilterBar>
      <ListTable
        label={t('accounts.title')}
        list={list}
        rowKey="id"
        columns={columns}
        empty={any ? t('accounts.emptyFound') : t('accounts.emptyAll')}
      />
      {granting && <GrantDialog account={granting} onClose={() => setGranting(undefined)} />}
    </Page>
  )
}

function Create() {
  const t = useTexts()
  const [isCreating, setCreating] = useState(false)
  return (
    <>
      <Button type="primary" onClick={() => setCreating(true)}>
        {t('accounts.create')}
      </Button>
      {isCreating && <CreateDialog onClose={() => setCreating(false)} />}
    </>
  )
}

function useColumns(onGrant: (account: Account) => void): ListColumn<'/api/admin/accounts'>[] {
  const t = useTexts()
  const format = useFormat()
  const mayGrant = staffCan(useMe(), 'leases.grant')
  return [
    {
      key: 'username',
      sorter: true,
      title: t('accounts.name'),
      render: (_, account) => (
        <>
          <Link to={accountLink(account.id)}>{nameOf(account)}</Link>{' '}
          {nameOf(account) !== account.username && (
            <Typography.Text type="secondary">{account.username} </Typography.Text>
          )}
          {account.disabled && <Badge status="error" text={t('accounts.disabled')} />}
        </>
      ),
    },
    { key: 'lease', title: t('accounts.level'), render: (_, account) => <Standing account={account} /> },
    {
      key: 'act',
      title: t('pieces.actions'),
      render: (_, account) =>
        mayGrant && <Button onClick={() => onGrant(account)}>{t('accounts.grant')}</Button>,
    },
    { key: 'email', title: t('accounts.email'), render: (_, { email }) => email ?? t('accounts.none') },
    { key: 'note', title: t('accounts.note'), render: (_, { note }) => <Truncated text={note} /> },
    {
      key: 'last_login_at',
      sorter: true,
      title: t('accounts.lastLogin'),
      render: (_, account) => format.time(account.last_login_at),
    },
    {
      key: 'created_at',
      sorter: true,
      title: t('accounts.registered'),
      render: (_, account) => format.time(account.created_at),
    },
  ]
}
