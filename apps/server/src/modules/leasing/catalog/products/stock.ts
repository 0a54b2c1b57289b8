import type { Tx } from '../../../../platform/db.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { outOfStock } from '../errors.ts'
import { giveToStock, takeFromStock } from './queries.ts'

/**
 * Takes `n` of a product in the caller's transaction, or refuses. True: they were counted, and whoever gives up gives
 * them back; false: the product has no end, and nothing is to be given back. Holds the product's row until the commit.
 */
export async function takeStock(tx: Tx, productId: string, n: number): Promise<boolean> {
  const found = await takeFromStock.first(tx, { id: productId, n: counted(n) })
  if (!found) throw notFound()
  if (found.taken) return true
  if (found.stock === null) return false
  throw outOfStock({ params: { name: found.name } })
}

/** Gives back what `takeStock` counted, once; the caller's own state says that it is once. */
export async function giveBackStock(tx: Tx, productId: string, n: number): Promise<void> {
  await giveToStock.run(tx, { id: productId, n: counted(n) })
}

function counted(n: number): number {
  if (!Number.isSafeInteger(n) || n < 1) throw new RangeError(`Not a number of things: ${n}`)
  return n
}
