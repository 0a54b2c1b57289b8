import { codesMay } from './permissions.ts'
import { z } from '@hono/zod-openapi'
import { id, line } from '../../../platform/http/fields.ts'
import { csvFile, csvMedia, fileLanguage, readerOf } from '../../../platform/http/file.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { keyReused } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { csvOf, exportColumns } from './csv.ts'
import { batchUnknown, codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { exportBatch } from './export-batch.ts'
import { findCodes } from './find-codes.ts'
import { issueBatch } from './issue-batch.ts'
import { progressOf, withProgress } from './issue-progress.ts'
import { batchShape, codeShape, foundShape, presentBatch, presentCode, presentFound } from './present.ts'
import { batchOrder, codeOrder, countBatches, listBatches } from './queries.ts'
import { batchTerms, codeFilters, termsOf } from './rest-fields.ts'
import { revealCode } from './reveal-code.ts'
import { revokeBatch } from './revoke-batch.ts'
import { revokeCode } from './revoke-code.ts'

const params = z.object({ id })

const postBatch = post(
  '/api/admin/code-batches',
  {
    summary: 'Issue codes',
    who: codesMay.issue,
    keyed: true,
    body: batchTerms,
    data: z.object({ batch: batchShape, codes: z.array(z.string()).nullable() }),
    refuses: [keyReused],
  },
  async ({ cmd, body }) => {
    const { batch, texts } = await withProgress(cmd, body.count, (onProgress) =>
      issueBatch(cmd, termsOf(body), onProgress),
    )
    return { batch: presentBatch({ ...batch, used: 0, revoked: 0 }, cmd.now), codes: texts && [...texts] }
  },
)

const getProgress = get(
  '/api/admin/code-batches/progress',
  {
    summary:
      "Progress of the caller's batch with this Idempotency-Key; null when this process isn’t issuing it",
    who: codesMay.issue,
    query: z.strictObject({ key: line(200) }),
    data: z.object({ made: z.number().nullable(), count: z.number().nullable() }),
  },
  async ({ cmd, query }) => progressOf(cmd, query.key) ?? { made: null, count: null },
)

const batchList = auditedList('/api/admin/code-batches', {
  name: 'code-batches',
  summary: 'Code batches, newest first; `query` matches note, prefix or issuer',
  permission: codesMay.read,
  filters: { query: line(100).optional(), order_id: id.optional() },
  sorts: batchOrder.sorts,
  item: batchShape,
  load: async (cmd, { query, order_id: orderId }, page) => {
    const batches = await listBatches(cmd.services.db, { query, orderId }, page)
    return { ...batches, items: batches.items.map((batch) => presentBatch(batch, cmd.now)) }
  },
  count: (cmd, { query, order_id: orderId }) => countBatches(cmd.services.db, { query, orderId }),
})

const postBatchRevoke = post(
  '/api/admin/code-batches/:id/revoke',
  {
    summary: 'Revoke all unused codes of a batch',
    who: codesMay.revoke,
    params,
    data: batchShape,
    refuses: [batchUnknown],
  },
  async ({ cmd, params }) => presentBatch(await revokeBatch(cmd, params), cmd.now),
)

const getBatchExport = get(
  '/api/admin/code-batches/:id/export',
  {
    summary: 'All codes of a batch in plain text; audited',
    who: codesMay.export,
    limit: 'export',
    params,
    query: z.strictObject({ language: fileLanguage }),
    data: csvMedia(exportColumns.join(', ')),
    refuses: [batchUnknown],
  },
  async ({ cmd, params, query }) => {
    const exported = await exportBatch(cmd, params)
    const reader = readerOf(cmd, query.language)
    return csvFile(cmd, `codes-${exported.batch.id}`, csvOf(exported, reader))
  },
)

const codeList = auditedList('/api/admin/codes', {
  name: 'codes',
  summary:
    'Codes, newest first; `query` is a full code, its last four characters, or the username of its user. Sortable by `used_at` only with `status=used`',
  permission: codesMay.read,
  filters: codeFilters,
  sorts: codeOrder.sorts,
  item: foundShape,
  load: async (cmd, { status, batch_id: batchId, query }, page) => {
    const codes = await findCodes(cmd, { status, batchId, query }, page)
    return { ...codes, items: codes.items.map((code) => presentFound(code, cmd.now)) }
  },
  redacted: ['query'],
})

const postReveal = post(
  '/api/admin/codes/:id/reveal',
  {
    summary: 'One code in plain text; audited',
    who: codesMay.reveal,
    params,
    data: codeShape.extend({ code: z.string() }),
    refuses: [codeUnknown],
  },
  async ({ cmd, params }) => {
    const code = await revealCode(cmd, params)
    return { ...presentCode(code, cmd.now), code: code.text }
  },
)

const postRevoke = post(
  '/api/admin/codes/:id/revoke',
  {
    summary: 'Revoke an unused code',
    who: codesMay.revoke,
    params,
    data: codeShape,
    refuses: [codeUnknown, codeUsed, codeRevoked],
  },
  async ({ cmd, params }) => presentCode(await revokeCode(cmd, params), cmd.now),
)

export const codeRoutes: readonly Route[] = [
  postBatch,
  ...batchList,
  getProgress,
  postBatchRevoke,
  getBatchExport,
  ...codeList,
  postReveal,
  postRevoke,
]
