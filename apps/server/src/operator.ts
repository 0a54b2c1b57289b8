// The server's one door for the command line, which runs use cases in its own process (docs/decisions/0008).
export { ConfigError, readConfig } from './config.ts'
export { hintOf } from './messages.ts'
export {
  accountById,
  accountForLogin,
  listAccounts,
  presentAccount,
  usernamesOf,
} from './modules/people/accounts/index.ts'
export { findEntries } from './modules/money/ledger/index.ts'
export {
  confirmation,
  confirmPayment,
  findNotices,
  findPayments,
  paymentById,
  presentForStaff as presentPayment,
} from './modules/money/payments/index.ts'
export {
  askAndSettle,
  cancelOrder,
  findOrders,
  orderById,
  presentForStaff as presentOrder,
  replayAndSettle,
  settle,
  storyOf,
  verifyBooks,
  type BooksProblem,
} from './modules/sales/orders/index.ts'
export { findInterfaces, findPlugins, presentInterface, presentPlugin } from './modules/core/plugins/index.ts'
export { verifyAudit, type Break } from './modules/core/audit/index.ts'
export {
  batchTerms,
  csvOf,
  exportBatch,
  findCodes,
  issueBatch,
  listBatches,
  presentBatch,
  presentCode,
  presentFound,
  revokeBatch,
  revokeCode,
  termsOf,
} from './modules/sales/codes/index.ts'
export {
  fileNameOf,
  findInvoices,
  invoiceNamed,
  invoicePdf,
  issueInvoice,
  wholeInvoice,
} from './modules/money/invoices/index.ts'
export { changeAccount } from './modules/people/sessions/index.ts'
export {
  createStaff,
  listStaff,
  memberByName,
  newStaff,
  presentMember,
  resetStaffPassword,
  turnOffTotp,
} from './modules/people/staff/index.ts'
export { exportUsers, importUser, linesOf, usersIn } from './modules/status/users/index.ts'
export { asOperator, type Operator } from './operator/as-operator.ts'
export { migrateNow, readStatus } from './operator/database.ts'
export * from './operator/fields.ts'
export { retireKey } from './operator/retire-key.ts'
export { rotateKeys } from './operator/rotate-keys.ts'
export { tryPlugin } from './operator/try-plugin.ts'
export { setUp, type SetUp } from './operator/set-up.ts'
export { parse } from './platform/http/check.ts'
export { notFound } from './platform/refusals.ts'
export { EmbeddedPostgresError } from './platform/postgres/embedded.ts'
export { seed } from './seed/index.ts'
export { demandSample, markAsSample } from './seed/sample.ts'
export { serve } from './serve.ts'
