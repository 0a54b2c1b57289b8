import { useFormat } from '@lessor/ui'
import type { components } from '@lessor/contract'
import { Badge, Button, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { staffCan, useMe } from '../../me.ts'
import { ListTable, useList } from '../../pieces/list.tsx'
import { Page } from '../../pieces/page.tsx'
import { loadStaff } from '../../queries.ts'
import { useTexts } from '../../texts.ts'
import { MemberActions } from './member-actions.tsx'
import { NewMemberDialog } from './dialogs.tsx'

type Member = components['schemas']['Staff']

export default function StaffPage() {
  const t = useTexts()
  const list = useList({ key: ['staff'], load: loadStaff })
  const [adding, setAdding] = useState(false)
  const mayManage = staffCan(useMe(), 'staff.manage')
  const add = mayManage && (
    <Button type="primary" onClick={() => setAdding(true)}>
      {t('staff.add')}
    </Button>
  )
  return (
    <Page title={t('staff.title')} actions={add}>
      <ListTable
        label={t('staff.title')}
        list={list}
        rowKey="id"
        columns={useColumns(mayManage)}
        empty={t('staff.empty')}
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
      title: t('accounts.username'),
      key: 'username',
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
    { title: t('accounts.lastLogin'), key: 'seen', render: (_, member) => format.time(member.last_login_at) },
    { title: '', key: 'act', render: (_, member) => mayManage && <MemberActions member={member} /> },
  ]
}
