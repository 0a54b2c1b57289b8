import type { Module } from '../../../platform/module.ts'
import { codeRoutes } from './rest.ts'

export { csvOf } from './csv.ts'
export { codeRefusals } from './errors.ts'
export { exportBatch } from './export-batch.ts'
export { findCodes } from './find-codes.ts'
export { issueBatch } from './issue-batch.ts'
export { presentBatch, presentCode, presentFound } from './present.ts'
export { listBatches } from './queries.ts'
export { batchTerms, codeFilters, termsOf } from './rest-fields.ts'
export { redeemCode } from './redeem-code.ts'
export { revealCode } from './reveal-code.ts'
export { revokeBatch } from './revoke-batch.ts'
export { revokeCode } from './revoke-code.ts'

export const codes = { routes: codeRoutes } satisfies Module
