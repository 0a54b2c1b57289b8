import { nameKey, changed, given, type Change } from '@lessor/kit'
import { demand, type Command } from '../../../../platform/command.ts'
import { notFound, validationFailed } from '../../../../platform/refusals.ts'
import { inTransaction } from '../../../../platform/transaction.ts'
import { record } from '../../../core/audit/index.ts'
import { refusing, stockChanged } from '../errors.ts'
import { catalogMay } from '../permissions.ts'
import { productFields, rowOf } from './model.ts'
import { lockProduct, updateProduct, type Product } from './queries.ts'

type Changeable = Pick<Product, (typeof productFields)[number]>
export type ProductChange = Change<Changeable> & {
  /** The stock that was seen when `stock` was decided: if some was sold since, nothing is changed. */
  readonly stockBefore?: number | null | undefined
}

/**
 * Changes what is given of a product. On how many devices the VIP product may be used counts at the next sign-in;
 * who is signed in stays.
 */
export function changeProduct(cmd: Command, { id, stockBefore, ...change }: ProductChange): Promise<Product> {
  demand(cmd, catalogMay.edit)
  return inTransaction(cmd, 'catalog.change_product', async (tx) => {
    const before = await lockProduct.first(tx, { id })
    if (!before) throw notFound()
    if (stockBefore !== undefined && stockBefore !== before.stock) throw stockChanged()
    if (change.devices !== undefined && before.kind !== 'vip') throw devicesOfVipOnly()
    const wanted = { ...before, ...given(change) }
    const row = rowOf({ ...wanted, nameKey: nameKey(wanted.name), updatedAt: cmd.now })
    const after = await refusing(updateProduct.one(tx, row))
    await record(tx, cmd, {
      action: 'catalog.product_changed',
      subject: { kind: 'product', id },
      ...changed(before, after, productFields),
    })
    return after
  })
}

const devicesOfVipOnly = () => {
  const message = { en: 'Only the VIP product has a device limit', zh: '只有会员商品有设备数限制' }
  return validationFailed({ problems: [{ path: 'devices', message }] })
}
