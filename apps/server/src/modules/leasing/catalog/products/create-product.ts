import { nameKey, newId } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { auditedProduct, rowOf } from './model.ts'
import { insertProduct, type Product } from './queries.ts'

export type NewProduct = Omit<Product, 'id' | 'nameKey' | 'devices' | 'createdAt' | 'updatedAt'>

/** Adds a product, which is sold once it has a plan and stands in a group. */
export function createProduct(cmd: Command, given: NewProduct): Promise<Product> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.create_product', async (tx) => {
    const row = { ...given, id: newId(), nameKey: nameKey(given.name), devices: null, createdAt: cmd.now }
    const made = await refusing(insertProduct.one(tx, rowOf(row)))
    await record(tx, cmd, {
      action: 'catalog.product_created',
      subject: { kind: 'product', id: made.id },
      after: auditedProduct(made),
    })
    return made
  })
}
