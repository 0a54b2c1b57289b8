// What must not compile: a `web-types` check that finds one of these allowed says so here.
import type { FilterValue } from '@lessor/contract'
import { staffCan, useMe } from '../me.ts'
import { ExportButton } from './export-button.tsx'
import { ListTable, type ListColumn } from './list.tsx'
import { useApiList, useList } from './use-list.ts'

/** The page that every fault below is put into. */
export function Sound() {
  const list = useApiList('/api/admin/staff', { filters: ['query'], sort: '-created_at' })
  const columns: ListColumn<'/api/admin/staff'>[] = [
    { key: 'last_login_at', sorter: true, render: (_, member) => member.username },
    { key: 'act', render: (_, member) => staffCan(useMe(), 'staff.manage') && member.id },
    { dataIndex: 'role' },
  ]
  return (
    <>
      <ExportButton of={list} />
      <ListTable label="" list={list} rowKey="id" columns={columns} empty="" />
    </>
  )
}

export function Filter() {
  // @ts-expect-error the list has no such filter
  useApiList('/api/admin/staff', { filters: ['qurey'], sort: '-created_at' })
  // @ts-expect-error nor one under this name
  useList('/api/admin/staff', { qurey: 'a' })
  const { set } = useApiList('/api/admin/staff', { filters: ['query'], sort: '-created_at' })
  // @ts-expect-error the page names no such filter
  set('role', 'owner')
}

// @ts-expect-error the filter takes no such value
export const state: FilterValue<'/api/admin/users', 'state'> = 'within_2d'

export function Sort() {
  // @ts-expect-error the list can't be sorted by it
  useApiList('/api/admin/staff', { filters: ['query'], sort: '-hired_at' })
}

export const columns: ListColumn<'/api/admin/staff'>[] = [
  // @ts-expect-error the list can't be sorted by it
  { key: 'last_seen_at', sorter: true },
  // @ts-expect-error a column that sorts says by what
  { title: 'name', sorter: true },
  // @ts-expect-error a member of staff has no such field
  { key: 'seen', render: (_, member) => member.last_seen_at },
]

export const Allowed = () =>
  // @ts-expect-error no route demands it
  staffCan(useMe(), 'staff.mange')

export function Path() {
  // @ts-expect-error there is no such list, and so no such file
  const list = useApiList('/api/admin/stuff', { filters: [], sort: '-created_at' })
  // @ts-expect-error a file belongs to a list
  return <ExportButton of="/api/admin/stuff" asked={list.asked} />
}

export function OtherList() {
  const list = useApiList('/api/admin/staff', { filters: [], sort: '-created_at' })
  const others: ListColumn<'/api/admin/software'>[] = []
  // @ts-expect-error columns of another list
  return <ListTable label="" list={list} rowKey="id" columns={others} empty="" />
}
