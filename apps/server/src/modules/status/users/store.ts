import { statusMay } from './permissions.ts'
import { wholeDays } from '@lessor/kit'
import type {
  Figures,
  FiguresQuestion,
  ListedRecord,
  ListedUser,
  Page,
  Paged,
  RechargeRecord,
  RecordFilters,
  Standing,
  StatusStore,
  UserFilters,
} from '@lessor/status'
import { demand, type Command } from '../../../platform/command.ts'
import type { Db } from '../../../platform/db.ts'
import { tokenHash } from '../../../platform/secrets.ts'
import {
  accountIdColumn,
  accountIds,
  accountsById,
  countAccounts,
  listAccounts,
  searched,
  nameOf,
  newAccounts,
  shownNamesOf,
  type Account,
  type AccountFilters,
} from '../../people/accounts/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import {
  countStanding,
  entryById,
  grantDays,
  lastEndsOf,
  leasesEnding,
  leasesRunning,
  listByEnd,
  listEntries,
  rechargesByDay,
  standsSo,
  undoGrant,
  type LeaseEntry,
} from '../../leasing/leases/index.ts'
import { changeUser } from './change-user.ts'
import { createUser } from './create-user.ts'
import { linkStatesOf } from './link.ts'
import { linkStanding } from './queries.ts'
import { resetLink } from './reset-link.ts'
import { revealLink } from './reveal-link.ts'

/** The Status family over accounts, leases and their entries, for one command. */
export const storeOf = (cmd: Command): StatusStore => ({
  listUsers: (filters, page) => listUsers(cmd, filters, page),
  createUser: (user) => createUser(cmd, user),
  recharge: async ({ userId: accountId, ...change }) => {
    demand(cmd, statusMay.recharge)
    const { entryId, endsAt } = await grantDays(cmd, {
      ...change,
      accountId,
      productId: vipProductId,
      level: 1,
    })
    return { ...recordOf(await entryById.one(cmd.services.db, { id: entryId })), endsAt }
  },
  undo: async (recordId, undo) => {
    demand(cmd, statusMay.recharge)
    const { entryId, endsAt } = await undoGrant(cmd, { ...undo, entryId: recordId })
    return { ...recordOf(await entryById.one(cmd.services.db, { id: entryId })), endsAt }
  },
  changeUser: async (change) => {
    const account = await changeUser(cmd, change)
    if (!account) return undefined
    const ends = await lastEndsOf(cmd.services.db, vipOf([account.id]))
    const [user] = await listed(cmd.services.db, [{ account, expiresAt: ends.get(account.id) ?? null }])
    return user
  },
  resetToken: (userId, link) => resetLink(cmd, userId, link),
  revealToken: (userId) => revealLink(cmd, userId),
  standingByToken: (token) => standingOf(cmd, token),
  listRecords: (filters, page) => listRecords(cmd, filters, page),
  figures: (question) => figuresOf(cmd, question),
})

async function listUsers({ services: { db }, now }: Command, { state, ...named }: UserFilters, page: Page) {
  const filters = await searched(db, named)
  const standing = { productId: vipProductId, state, now }
  const also = state && standsSo(accountIdColumn, { ...standing, state })
  const [{ items, nextCursor }, total] = await Promise.all([
    page.sort?.endsWith('expire_at')
      ? usersByEnd(db, { ...standing, accounts: accountIds(filters) }, page)
      : usersByOwn(db, { ...filters, also }, page),
    state && !accountIds(filters)
      ? countStanding(db, { ...standing, state })
      : countAccounts(db, { ...filters, also }),
  ])
  return { items: await listed(db, items), nextCursor, total }
}

const vipOf = (accountIds: readonly string[]) => ({ accountIds, productId: vipProductId })

interface WithEnd {
  readonly account: Account
  readonly expiresAt: Date | null
}

/** In an order of the accounts' own. */
async function usersByOwn(db: Db, filters: AccountFilters, page: Page): Promise<Paged<WithEnd>> {
  const { items, nextCursor } = await listAccounts(db, filters, page)
  const ends = await lastEndsOf(db, vipOf(items.map(({ id }) => id))) // prettier-ignore
  return {
    items: items.map((account) => ({ account, expiresAt: ends.get(account.id) ?? null })),
    nextCursor,
  }
}

async function usersByEnd(db: Db, asked: Parameters<typeof listByEnd>[1], page: Page) {
  const { items, nextCursor } = await listByEnd(db, asked, page)
  const found = await accountsById(db, items.map(({ accountId }) => accountId)) // prettier-ignore
  const accounts = new Map(found.map((account) => [account.id, account]))
  const users = items.flatMap(({ accountId, expiresAt }) => {
    const account = accounts.get(accountId)
    return account ? [{ account, expiresAt }] : []
  })
  return { items: users, nextCursor }
}

async function listed(db: Db, users: readonly WithEnd[]): Promise<ListedUser[]> {
  const links = await linkStatesOf(db, users.map(({ account }) => account.id)) // prettier-ignore
  return users.map(({ account, expiresAt }) => ({
    id: account.id,
    username: nameOf(account),
    note: account.note,
    createdAt: account.createdAt,
    expiresAt,
    link: links.get(account.id) ?? 'none',
  }))
}

async function standingOf({ services: { db } }: Command, token: string): Promise<Standing | undefined> {
  const asked = { tokenHash: tokenHash(token), productId: vipProductId }
  const { name, expiresAt, history } = await linkStanding.one(db, asked)
  if (name === null) return undefined
  return {
    user: { username: name, expiresAt },
    history: history.map(({ changeMs, ...entry }) => ({
      ...entry,
      changeDays: wholeDays(changeMs),
      expireAfter: entry.expireAfter === null ? null : new Date(entry.expireAfter),
      createdAt: new Date(entry.createdAt),
    })),
  }
}

async function listRecords(
  { services: { db } }: Command,
  { userId: accountId, operator: operatorName, from, to }: RecordFilters,
  page: Page,
): Promise<Paged<ListedRecord>> {
  const asked = { productId: vipProductId, accountId, operatorName, from, to }
  const { items, nextCursor } = await listEntries(db, asked, page)
  const names = await shownNamesOf(db, items.map((entry) => entry.accountId)) // prettier-ignore
  const listed = items.map((entry) => ({ ...recordOf(entry), username: names.get(entry.accountId) ?? '' }))
  return { items: listed, nextCursor }
}

const recordOf = (entry: LeaseEntry): RechargeRecord => ({
  id: entry.id,
  userId: entry.accountId,
  changeDays: wholeDays(entry.changeMs),
  reason: entry.reason,
  internalNote: entry.internalNote,
  expireBefore: entry.expireBefore,
  expireAfter: entry.expireAfter,
  operator: entry.operatorName,
  createdAt: entry.createdAt,
})

async function figuresOf({ services: { db } }: Command, question: FiguresQuestion): Promise<Figures> {
  const { now, days: starts, activeAt: moments, expiringBy: by } = question
  const productId = vipProductId
  const [changes, made, { running }, { ending }] = await Promise.all([
    rechargesByDay.all(db, { productId, starts }),
    newAccounts.all(db, { starts }),
    leasesRunning.one(db, { productId, moments }),
    leasesEnding.one(db, { productId, now, by }),
  ])
  // The database counts days from 1.
  const changesOn = new Map(changes.map((row) => [row.day - 1, row]))
  const madeOn = new Map(made.map((row) => [row.day - 1, row.accounts]))
  const days = starts.slice(0, -1).map((_, i) => ({
    recharges: changesOn.get(i)?.recharges ?? 0,
    daysAdded: changesOn.get(i)?.daysAdded ?? 0,
    newUsers: madeOn.get(i) ?? 0,
  }))
  return { days, activeAt: running, expiringBy: ending }
}
