import type { Db } from '../../../platform/db.ts'
import { countRecoveryCodes, memberById, type Member } from './queries.ts'

/** What staff see of themselves. */
export async function me(db: Db, id: string): Promise<{ member: Member; recoveryCodesLeft: number }> {
  const [member, { left }] = await Promise.all([
    memberById.one(db, { id }),
    countRecoveryCodes.one(db, { staffId: id }),
  ])
  return { member, recoveryCodesLeft: left }
}
