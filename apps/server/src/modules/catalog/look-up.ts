import type { Db } from '../../platform/db.ts'
import { vipProductId } from './model.ts'
import { allSoftware, oneProduct, oneSoftware, type Product, type Software } from './queries.ts'

/** Every software, by name. */
export const listSoftware = (db: Db): Promise<Software[]> => allSoftware.all(db, {})

export const softwareById = (db: Db, id: string): Promise<Software | undefined> =>
  oneSoftware.first(db, { id })

/** The product whose leases are VIP levels, with the number of devices that it allows. */
export const vipProduct = (db: Db): Promise<Product> => oneProduct.one(db, { id: vipProductId })
