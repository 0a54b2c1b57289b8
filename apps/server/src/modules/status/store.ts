import { wholeDays } from '@lessor/kit'
import type {
  Figures,
  FiguresQuestion,
  ListedRecord,
  Page,
  Paged,
  RechargeRecord,
  RecordFilters,
  Standing,
  StatusStore,
  StatusUser,
} from '@lessor/status'
import { demand, type Command } from '../../platform/command.ts'
import type { Db } from '../../platform/db.ts'
import { tokenHash } from '../../platform/secrets.ts'
import {
  accountIds,
  accountsById,
  countAccounts,
  listAccounts,
  newAccounts,
  usernamesOf,
} from '../accounts/index.ts'
import { vipProductId } from '../catalog/index.ts'
import {
  entryById,
  grantDays,
  lastEndsOf,
  leasesEnding,
  leasesRunning,
  listByEnd,
  listEntries,
  rechargesByDay,
  undoGrant,
  type LeaseEntry,
} from '../leases/index.ts'
import { createUser } from './create-user.ts'
import { linkStanding } from './queries.ts'
import { resetLink } from './reset-link.ts'

/** The Status family over accounts, leases and their entries, for one command. */
export const storeOf = (cmd: Command): StatusStore => ({
  listUsers: (query, page) => listUsers(cmd, query, page),
  createUser: (user) => createUser(cmd, user),
  recharge: async ({ userId: accountId, ...change }) => {
    demand(cmd, 'status.recharge')
    const { entryId, endsAt } = await grantDays(cmd, { ...change, accountId, level: 1 })
    return { ...recordOf(await entryById.one(cmd.ground.db, { id: entryId })), endsAt }
  },
  undo: async (recordId, undo) => {
    demand(cmd, 'status.recharge')
    const { entryId, endsAt } = await undoGrant(cmd, { ...undo, entryId: recordId })
    return { ...recordOf(await entryById.one(cmd.ground.db, { id: entryId })), endsAt }
  },
  resetToken: (userId, hash) => resetLink(cmd, userId, hash),
  standingByToken: (token) => standingOf(cmd, token),
  listRecords: (filters, page) => listRecords(cmd, filters, page),
  figures: (question) => figuresOf(cmd, question),
})

async function listUsers({ ground: { db } }: Command, query: string, page: Page) {
  const list = page.sort?.endsWith('expire_at') ? usersByEnd : usersByOwn
  const [users, total] = await Promise.all([list(db, query, page), countAccounts(db, { query })])
  return { ...users, total }
}

/** In an order of the accounts' own. */
async function usersByOwn(db: Db, query: string, page: Page): Promise<Paged<StatusUser>> {
  const { items, nextCursor } = await listAccounts(db, { query }, page)
  const ends = await lastEndsOf(db, items.map(({ id }) => id)) // prettier-ignore
  return {
    items: items.map((account) => ({ ...account, expiresAt: ends.get(account.id) ?? null })),
    nextCursor,
  }
}

async function usersByEnd(db: Db, query: string, page: Page): Promise<Paged<StatusUser>> {
  const asked = { accounts: accountIds({ query }), productId: vipProductId }
  const { items, nextCursor } = await listByEnd(db, asked, page)
  const found = await accountsById(db, items.map(({ accountId }) => accountId)) // prettier-ignore
  const accounts = new Map(found.map((account) => [account.id, account]))
  const users = items.flatMap(({ accountId, expiresAt }) => {
    const account = accounts.get(accountId)
    return account ? [{ ...account, expiresAt }] : []
  })
  return { items: users, nextCursor }
}

async function standingOf({ ground: { db } }: Command, token: string): Promise<Standing | undefined> {
  const asked = { tokenHash: tokenHash(token), productId: vipProductId }
  const { username, expiresAt, history } = await linkStanding.one(db, asked)
  if (username === null) return undefined
  return {
    user: { username, expiresAt },
    history: history.map(({ changeMs, ...entry }) => ({
      ...entry,
      changeDays: wholeDays(changeMs),
      expireAfter: entry.expireAfter === null ? null : new Date(entry.expireAfter),
      createdAt: new Date(entry.createdAt),
    })),
  }
}

async function listRecords(
  { ground: { db } }: Command,
  { userId: accountId, operator: operatorName, from, to }: RecordFilters,
  page: Page,
): Promise<Paged<ListedRecord>> {
  const { items, nextCursor } = await listEntries(db, { accountId, operatorName, from, to }, page)
  const names = await usernamesOf(db, items.map((entry) => entry.accountId)) // prettier-ignore
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

async function figuresOf({ ground: { db } }: Command, question: FiguresQuestion): Promise<Figures> {
  const { now, days: starts, activeAt: moments, expiringBy: by } = question
  const productId = vipProductId
  const [changes, made, { running }, { ending }] = await Promise.all([
    rechargesByDay.all(db, { starts }),
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
