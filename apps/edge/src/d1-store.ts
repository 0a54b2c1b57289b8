import { tokenHash, type StatusStore } from '@lessor/status'
import { recharge, undo, type Act } from './changes.ts'
import { createUser } from './create-user.ts'
import { changeUser, resetToken, revealToken } from './links.ts'
import type { Env } from './platform.ts'
import { sealingOf } from './sealing.ts'
import { figures, listRecords, listUsers, standingByTokenHash } from './reads.ts'

/** The Status family over D1, for one request. */
export function d1Store(env: Env, act: Act): StatusStore {
  const db = env.DB
  const sealing = sealingOf(env)
  return {
    listUsers: (filters, page) => listUsers(db, act.now, filters, page),
    createUser: (user) => createUser(db, act, user, sealing),
    changeUser: (change) => changeUser(db, act, change),
    recharge: (change) => recharge(db, act, change),
    undo: (recordId, given) => undo(db, act, recordId, given),
    resetToken: (userId, link) => resetToken(db, act, userId, link, sealing),
    revealToken: (userId) => revealToken(db, act, userId, sealing),
    standingByToken: async (token) => standingByTokenHash(db, await tokenHash(token)),
    listRecords: (filters, page) => listRecords(db, filters, page),
    figures: (question) => figures(db, question),
  }
}
