import { useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Badge, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../me.ts'
import { ExportButton } from '../../pieces/export-button.tsx'
import { FilterBar, SearchField } from '../../pieces/filter-bar.tsx'
import { useFilters } from '../../pieces/filters.ts'
import { ListTable, useList } from '../../pieces/list.tsx'
import { Page } from '../../pieces/page.tsx'
import { useSort } from '../../pieces/sort.ts'
import { loadStaff } from '../../queries.ts'
import { useTexts } from '../../texts.ts'
import { MemberActions } from './member-actions.tsx'
import { NewMemberDialog } from './dialogs.tsx'

type Member = components['schemas']['Staff']

export default function StaffPage() {
  const t = useTexts()
  const { filters, set, clear, any } = useFilters('query')
  const order = useSort('-created_at')
  const list = useList({ key: ['staff', filters], load: (page) => loadStaff(filters, page), order })
  const [adding, setAdding] = useState(false)
  const mayManage = staffCan(useMe(), 'staff.manage')
  const actions = (
    <>
      <ExportButton of="/api/admin/staff" asked={{ ...filters, sort: order.sort }} />
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

function useColumns(mayManage: boolean): TableColumnsType<Member> {
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
