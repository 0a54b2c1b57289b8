import type { Db } from '../../../platform/db.ts'
import { vipProductId } from './model.ts'
import { oneProduct } from './products/queries.ts'
import { allSoftware, oneSoftware, type Software } from './queries.ts'

/** Every software, by name. */
export const listSoftware = (db: Db): Promise<Software[]> => allSoftware.all(db, {})

export const softwareById = (db: Db, id: string): Promise<Software | undefined> =>
  oneSoftware.first(db, { id })

/** On how many devices at once the VIP product may be used. */
export const vipDevices = async (db: Db): Promise<number> =>
  (await oneProduct.one(db, { id: vipProductId })).devices ?? 1
