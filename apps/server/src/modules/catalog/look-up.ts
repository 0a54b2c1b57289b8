import type { Db } from '../../platform/db.ts'
import { allSoftware, oneProduct, oneSoftware, type Product, type Software } from './queries.ts'

/** Every software, by name. */
export const listSoftware = (db: Db): Promise<Software[]> => allSoftware.all(db, {})

export const softwareById = (db: Db, id: string): Promise<Software | undefined> =>
  oneSoftware.first(db, { id })

/** A product that is known to be there. */
export const productById = (db: Db, id: string): Promise<Product> => oneProduct.one(db, { id })
