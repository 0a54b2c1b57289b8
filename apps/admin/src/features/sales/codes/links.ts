import { listLink } from '../../../pieces/list-link.ts'

export const codesPath = '/codes'
export const codesOf = (batchId: string) => listLink<'/api/admin/codes'>(codesPath, { batch_id: batchId })
