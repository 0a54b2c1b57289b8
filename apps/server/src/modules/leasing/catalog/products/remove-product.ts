import { demand, type Command } from '../../../../platform/command.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { vipProductId } from '../model.ts'
import { catalogMay } from '../permissions.ts'
import { removeOrRetire, type Removed } from '../../../../platform/remove-or-retire.ts'
import { changeProduct } from './change-product.ts'
import { auditedProduct } from './model.ts'
import { deleteProduct } from './queries.ts'

/** Removes a product with its plans; one that was ever sold, and the VIP product, are only taken out of the shop. */
export function removeProduct(cmd: Command, { id }: { readonly id: string }): Promise<Removed> {
  demand(cmd, catalogMay.edit)
  const retire = () => changeProduct(cmd, { id, active: false })
  const remove = () =>
    inTransaction(cmd, 'catalog.remove_product', async (tx) => {
      const gone = await deleteProduct.first(tx, { id })
      if (!gone) throw notFound()
      await record(tx, cmd, {
        action: 'catalog.product_removed',
        subject: { kind: 'product', id },
        before: auditedProduct(gone),
      })
    })
  return id === vipProductId ? retire().then(() => ({ removed: false })) : removeOrRetire(remove, retire)
}
