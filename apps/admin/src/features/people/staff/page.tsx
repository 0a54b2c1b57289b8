import { useFormat } from '@lessor/ui'
import { Badge, Button } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { ListTable, type ListColumn } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { MemberActions } from './member-actions.tsx'
import { NewMemberDialog } from './dialogs.tsx'

export default function StaffPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/staff', { filters: ['query'], sort: '-created_at' })
  const { filters, set, clear, any } = list
  const [adding, setAdding] = useState(false)
  const mayManage = staffCan(useMe(), 'staff.manage')
  const actions = (
    <>
      <ExportButton of={list} />
      {mayManage && (
        <Button type="primary" onClick={() => setAdding(true)}>
          {t('staff.add')}
        </Button>
      )}
    </>
  )
  return (
    <Page title={t('staff.title')} actions={actions}>
      <FilterBar onClear={any && clear}>
        <SearchField
          first
          label={t('staff.search')}
          value={filters.query}
          onChange={(v) => set('query', v)}
        />
      </FilterBar>
      <ListTable
        label={t('staff.title')}
        list={list}
        rowKey="id"
        columns={useColumns(mayManage)}
        empty={t(any ? 'staff.emptyFound' : mayManage ? 'staff.empty' : 'pieces.nothingYet')}
      />
      {adding && <NewMemberDialog onClose={() => setAdding(false)} />}
    </Page>
  )
}

function useColumns(mayManage: boolean): ListColumn<'/api/admin/staff'>[] {
  const t = useTexts()
  const format = useFormat()
  return [
    {
      title: t('staff.username'),
      key: 'username',
      sorter: true,
      render: (_, { username, disabled }) => (
        <>
          {username} {disabled && <Badge status="error" text={t('accounts.disabled')} />}
        </>
      ),
    },
    { title: t('staff.role'), key: 'role', render: (_, { role }) => t(`layout.role.${role}`) },
    {
      title: t('staff.totp'),
      key: 'totp',
      render: (_, { totp_enabled: on }) => (on ? t('staff.on') : t('staff.off')),
    },
    {
      title: t('accounts.lastLogin'),
      key: 'last_login_at',
      sorter: true,
      render: (_, member) => format.time(member.last_login_at),
    },
    {
      title: t('staff.since'),
      key: 'created_at',
      sorter: true,
      render: (_, member) => format.time(member.created_at),
    },
    {
      title: t('pieces.actions'),
      key: 'act',
      render: (_, member) => mayManage && <MemberActions member={member} />,
    },
  ]
}
