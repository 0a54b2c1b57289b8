import { answer, api } from '@lessor/ui'
import type { paths } from '@lessor/contract'
import type { PageQuery } from './pieces/list.tsx'

/** The query of a list's GET; filters come from the URL as texts, and the server judges them. */
type QueryOf<Path extends keyof paths> = NonNullable<
  paths[Path] extends { get: { parameters: { query?: infer Query } } } ? Query : never
>
type Given = Readonly<Record<string, string | undefined>>

const queryOf = <Path extends keyof paths>(filters: Given, page: PageQuery) =>
  ({ ...filters, ...page }) as unknown as QueryOf<Path>

export const loadAccounts = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/accounts', { params: { query: queryOf<'/api/admin/accounts'>(filters, page) } }))

export const loadRecharges = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/logs/recharges', {
      params: { query: queryOf<'/api/admin/logs/recharges'>(filters, page) },
    }),
  )

export const loadOnline = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/online-users', {
      params: { query: queryOf<'/api/admin/online-users'>(filters, page) },
    }),
  )

export const loadCodes = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/codes', { params: { query: queryOf<'/api/admin/codes'>(filters, page) } }))

export const loadLogins = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/logs/logins', {
      params: { query: queryOf<'/api/admin/logs/logins'>(filters, page) },
    }),
  )

export const loadRegistrations = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/logs/registrations', {
      params: { query: queryOf<'/api/admin/logs/registrations'>(filters, page) },
    }),
  )

export const loadAudit = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/logs/audit', { params: { query: queryOf<'/api/admin/logs/audit'>(filters, page) } }),
  )

export const loadMails = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/mails', { params: { query: queryOf<'/api/admin/mails'>(filters, page) } }))

export const loadBatches = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/code-batches', {
      params: { query: queryOf<'/api/admin/code-batches'>(filters, page) },
    }),
  )

export const loadStaff = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/staff', { params: { query: queryOf<'/api/admin/staff'>(filters, page) } }))

export const loadSoftware = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/software', { params: { query: queryOf<'/api/admin/software'>(filters, page) } }))

export const loadUsers = (filters: Given, page: PageQuery) =>
  answer(api.GET('/api/admin/users', { params: { query: queryOf<'/api/admin/users'>(filters, page) } }))

export const loadRecords = (filters: Given, page: PageQuery) =>
  answer(
    api.GET('/api/admin/recharge-records', {
      params: { query: queryOf<'/api/admin/recharge-records'>(filters, page) },
    }),
  )
