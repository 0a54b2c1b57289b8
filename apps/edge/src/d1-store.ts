import { tokenHash, type StatusStore } from '@lessor/status'
import { recharge, resetToken, undo, type Act } from './changes.ts'
import { createUser } from './create-user.ts'
import type { Env } from './platform.ts'
import { sealingOf } from './sealing.ts'
import { figures, listRecords, listUsers, standingByTokenHash } from './reads.ts'

/** The Status family over D1, for one request. */
export function d1Store(env: Env, act: Act): StatusStore {
  const db = env.DB
  return {
    listUsers: (query, page) => listUsers(db, query, page),
    createUser: (user) => createUser(db, act, user, sealingOf(env)),
    recharge: (change) => recharge(db, act, change),
    undo: (recordId, given) => undo(db, act, recordId, given),
    resetToken: (userId, hash) => resetToken(db, act, userId, hash),
    standingByToken: async (token) => standingByTokenHash(db, await tokenHash(token)),
    listRecords: (filters, page) => listRecords(db, filters, page),
    figures: (question) => figures(db, question),
  }
}
