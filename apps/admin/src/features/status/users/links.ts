import type { FilterValue } from '@lessor/contract'
import { listLink } from '../../../pieces/list-link.ts'

export const usersPath = '/users'
export const userLink = (id: string) => listLink<'/api/admin/users'>(usersPath, { query: id })
export const usersIn = (state: FilterValue<'/api/admin/users', 'state'>) =>
  listLink<'/api/admin/users'>(usersPath, { state, sort: 'expire_at' })

export const recordsPath = '/recharge-records'
export const recordsSince = (day: string) =>
  listLink<'/api/admin/recharge-records'>(recordsPath, { from: day })
export const recordsOf = (userId: string) =>
  listLink<'/api/admin/recharge-records'>(recordsPath, { user_id: userId })
