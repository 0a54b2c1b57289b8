import { productById } from '../catalog/index.ts'
import type { Db } from '../../platform/db.ts'
import { vipProductId } from './model.ts'

/** The product whose leases are VIP levels, with the number of devices that it allows. */
export const vipProduct = (db: Db) => productById(db, vipProductId)
