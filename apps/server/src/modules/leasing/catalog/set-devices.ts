import { catalogMay } from './permissions.ts'
import { demand, type Command } from '../../../platform/command.ts'
import { notFound } from '../../../platform/refusals.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { record } from '../../core/audit/index.ts'
import { lockProduct, updateDevices, type Product } from './queries.ts'

/** Sets on how many devices (1 to 100) a product may be used at once; who is signed in now stays until the next sign-in. */
export function setDevices(cmd: Command, { id, devices }: Pick<Product, 'id' | 'devices'>): Promise<Product> {
  demand(cmd, catalogMay.writeSoftware)
  return inTransaction(cmd, 'catalog.set_devices', async (tx) => {
    const before = await lockProduct.first(tx, { id })
    if (!before) throw notFound()
    const product = await updateDevices.one(tx, { id, devices })
    await record(tx, cmd, {
      action: 'catalog.devices_set',
      subject: { kind: 'product', id },
      before: { devices: before.devices },
      after: { devices },
    })
    return product
  })
}
