import { auditSealed } from './modules/audit/index.ts'
import { codesSealed } from './modules/codes/index.ts'
import { notifySealed } from './modules/notify/index.ts'
import { settingsSealed } from './modules/settings/index.ts'
import { staffSealed } from './modules/staff/index.ts'
import { statusSealed } from './modules/status/index.ts'
import { hashKeySealed } from './platform/key-ring.ts'
import type { SealedColumn } from './platform/sealed-column.ts'
import type { Purpose } from './platform/secrets.ts'
import { idempotencySealed } from './platform/transaction.ts'

/** Where things are sealed, by what for: a purpose without its columns doesn't compile, so none is left to an old key. */
export const sealedColumns = {
  idempotency: [idempotencySealed],
  codes: [codesSealed],
  totp: [staffSealed],
  mail: [notifySealed],
  settings: [settingsSealed],
  audit: [auditSealed],
  status: [statusSealed],
  'hash key': [hashKeySealed],
} as const satisfies Record<Purpose, readonly SealedColumn[]>
