import { listLink } from '../../../pieces/list-link.ts'

export const batchesPath = '/batches'
export const codesPath = '/codes'
export const batchesOfOrder = (orderId: string) =>
  listLink<'/api/admin/code-batches'>(batchesPath, { order_id: orderId })
export const codesOf = (batchId: string) => listLink<'/api/admin/codes'>(codesPath, { batch_id: batchId })
