import type { FilterValue } from '@lessor/contract'
import { Button, Typography } from 'antd'
import { useRef, useState } from 'react'
import { staffCan, useMe } from '../../../me.ts'
import { ExportButton } from '../../../pieces/export-button.tsx'
import { ChoiceField, FilterBar, SearchField } from '../../../pieces/filter-bar.tsx'
import { useFocusOnFound } from '../../../pieces/focus-on-found.ts'
import { ListTable } from '../../../pieces/list.tsx'
import { Page } from '../../../pieces/page.tsx'
import { useApiList, type List } from '../../../pieces/use-list.ts'
import { useTexts } from '../../../texts.ts'
import { CreateDialog, type Made } from './create-dialog.tsx'
import { RechargeDialog } from './recharge-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { useUserColumns, type User } from './user-columns.tsx'

type State = FilterValue<'/api/admin/users', 'state'>
const states = ['active', 'within_3d', 'within_7d', 'expired', 'never'] as const satisfies readonly State[]

export default function UsersPage() {
  const t = useTexts()
  const list = useApiList('/api/admin/users', { filters: ['query', 'state'], sort: '-created_at' })
  const { filters, set, clear, any } = list
  const goOn = useFocusOnFound(filters.query, list.query)
  const [recharging, setRecharging] = useState<User>()
  const [editing, setEditing] = useState<User>()
  const search = (query: string | undefined) => {
    set('query', query)
    goOn(query)
  }
  return (
    <Page title={t('users.title')} actions={<Actions list={list} />}>
      <FilterBar onClear={any && clear}>
        <SearchField first label={t('users.search')} value={filters.query} onChange={search} />
        <ChoiceField
          label={t('users.state')}
          value={filters.state}
          options={states.map((value) => ({ value, label: t(`users.states.${value}`) }))}
          onChange={(v) => set('state', v)}
        />
        <Total count={list.first?.total} />
      </FilterBar>
      <ListTable
        label={t('users.title')}
        list={list}
        rowKey="id"
        columns={useUserColumns({ onRecharge: setRecharging, onEdit: setEditing })}
        empty={any ? t('users.emptyFound') : t('users.empty')}
      />
      {recharging && <RechargeDialog user={recharging} onClose={() => setRecharging(undefined)} />}
      {editing && <EditDialog user={editing} onClose={() => setEditing(undefined)} />}
    </Page>
  )
}

function Actions({ list }: { readonly list: List<'/api/admin/users'> }) {
  return (
    <>
      <ExportButton of={list} />
      {staffCan(useMe(), 'status.write') && <Create />}
    </>
  )
}

function Total({ count }: { readonly count: number | undefined }) {
  const t = useTexts()
  return (
    <Typography.Text type="secondary" role="status">
      {count !== undefined && t('users.total', { count })}
    </Typography.Text>
  )
}

function Create() {
  const t = useTexts()
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<Made>()
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Button ref={button} type="primary" onClick={() => setCreating(true)}>
        {t('users.create')}
      </Button>
      {creating && <CreateDialog onMade={setMade} onClose={() => setCreating(false)} />}
      {made && (
        <LinkDialog
          name={made.user.username}
          url={made.status_url}
          returnTo={button}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  )
}
