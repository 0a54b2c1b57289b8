import { tokenHash, type StatusStore } from '@lessor/status'
import { createUser, recharge, resetToken, type Act } from './changes.ts'
import type { D1 } from './platform.ts'
import { figures, listRecords, listUsers, standingByTokenHash } from './reads.ts'

/** The Status family over D1, for one request. */
export const d1Store = (db: D1, act: Act): StatusStore => ({
  listUsers: (query, page) => listUsers(db, query, page),
  createUser: (user) => createUser(db, act, user),
  recharge: (change) => recharge(db, act, change),
  resetToken: (userId, hash) => resetToken(db, act, userId, hash),
  standingByToken: async (token) => standingByTokenHash(db, await tokenHash(token)),
  listRecords: (filters, page) => listRecords(db, filters, page),
  figures: (question) => figures(db, question),
})
