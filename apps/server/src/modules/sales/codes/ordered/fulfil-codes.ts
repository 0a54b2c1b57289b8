import { fulfilledBy, partOf } from '../../orders/index.ts'
import { batchOfOrder, revokeOrdered, type CountedBatch } from '../queries.ts'

const unusedOf = (batch: CountedBatch | undefined) => (batch ? batch.count - batch.used - batch.revoked : 0)

// A pack of many takes seconds: it is issued behind the payment.
fulfilledBy('codes', {
  bring: async () => undefined,
  takeBack: async (tx, cmd, { id: orderId }, { part }) => {
    const unused = unusedOf(await batchOfOrder(tx, orderId))
    await revokeOrdered.run(tx, { orderId, limit: partOf(unused, part), now: cmd.now })
    return {}
  },
  shares: async (db, { id }) => {
    const batch = await batchOfOrder(db, id)
    if (!batch) return undefined
    const unused = unusedOf(batch)
    return { used: batch.count - unused, unused }
  },
})
