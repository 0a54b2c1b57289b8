import { z } from '@hono/zod-openapi'
import { ReadableStream as Stream } from 'node:stream/web'
import type { Command } from '../../platform/command.ts'
import { id, items, page } from '../../platform/http/fields.ts'
import { apiHeaders } from '../../platform/http/headers.ts'
import { get, post, type Route } from '../../platform/http/route.ts'
import { keyReused } from '../../platform/refusals.ts'
import { csvOf } from './csv.ts'
import { batchUnknown, codeRevoked, codeUnknown, codeUsed } from './errors.ts'
import { exportBatch } from './export-batch.ts'
import { findCodes } from './find-codes.ts'
import { issueBatch } from './issue-batch.ts'
import { batchShape, codeShape, foundShape, presentBatch, presentCode, presentFound } from './present.ts'
import { listBatches } from './queries.ts'
import { batchTerms, codeFilters, termsOf } from './rest-fields.ts'
import { postRecharge } from './rest-redeem.ts'
import { revealCode } from './reveal-code.ts'
import { revokeBatch } from './revoke-batch.ts'
import { revokeCode } from './revoke-code.ts'

const params = z.object({ id })

const postBatch = post(
  '/api/admin/code-batches',
  {
    summary: 'Issue codes',
    who: 'staff:codes.issue',
    keyed: true,
    body: batchTerms,
    data: z.object({ batch: batchShape, codes: z.array(z.string()).nullable() }),
    refuses: [keyReused],
  },
  async ({ cmd, body }) => {
    const { batch, texts } = await issueBatch(cmd, termsOf(body))
    return { batch: presentBatch({ ...batch, used: 0, revoked: 0 }, cmd.now), codes: texts && [...texts] }
  },
)

const getBatches = get(
  '/api/admin/code-batches',
  {
    summary: 'Batches of codes, newest first',
    who: 'staff:codes.read',
    query: z.strictObject(page),
    data: items(batchShape),
  },
  async ({ cmd, query }) => {
    const batches = await listBatches(cmd.ground.db, query)
    return {
      items: batches.items.map((batch) => presentBatch(batch, cmd.now)),
      next_cursor: batches.nextCursor,
    }
  },
)

const postBatchRevoke = post(
  '/api/admin/code-batches/:id/revoke',
  {
    summary: 'Revoke all codes of a batch that are unused',
    who: 'staff:codes.revoke',
    params,
    data: batchShape,
    refuses: [batchUnknown],
  },
  async ({ cmd, params }) => presentBatch(await revokeBatch(cmd, params), cmd.now),
)

const getBatchExport = get(
  '/api/admin/code-batches/:id/export',
  {
    summary: 'All codes of a batch in the clear; audited',
    who: 'staff:codes.export',
    params,
    data: {
      media: 'text/csv',
      description: 'code, level, days, status, expires_at, used_at, used_by, note',
    },
    refuses: [batchUnknown],
  },
  async ({ cmd, params }) => {
    const exported = await exportBatch(cmd, params)
    const headers = {
      ...apiHeaders,
      'content-type': 'text/csv; charset=UTF-8',
      'content-disposition': `attachment; filename="codes-${exported.batch.id}.csv"`,
    }
    return new Response(streamOf(orTell(cmd, csvOf(exported))), { headers })
  },
)

/** The status is long sent when a page fails: all that is left is to break the connection off and to say why here. */
async function* orTell(cmd: Command, chunks: AsyncIterable<Uint8Array>) {
  try {
    yield* chunks
  } catch (err) {
    cmd.log.error({ err, requestId: cmd.requestId }, 'an export broke off')
    throw err
  }
}

const getCodes = get(
  '/api/admin/codes',
  {
    summary:
      'Codes, newest first; `query` is a whole code, its last four characters, or the name of who used it',
    who: 'staff:codes.read',
    query: z.strictObject({ ...codeFilters, ...page }),
    data: items(foundShape),
  },
  async ({ cmd, query: { status, batch_id: batchId, query, ...page } }) => {
    const codes = await findCodes(cmd, { status, batchId, query }, page)
    return { items: codes.items.map((code) => presentFound(code, cmd.now)), next_cursor: codes.nextCursor }
  },
)

// The types of the browser's streams lack `from`.
const streamOf = (chunks: AsyncIterable<Uint8Array>) => Stream.from(chunks) as unknown as ReadableStream

const postReveal = post(
  '/api/admin/codes/:id/reveal',
  {
    summary: 'One code in the clear; audited',
    who: 'staff:codes.reveal',
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
    who: 'staff:codes.revoke',
    params,
    data: codeShape,
    refuses: [codeUnknown, codeUsed, codeRevoked],
  },
  async ({ cmd, params }) => presentCode(await revokeCode(cmd, params), cmd.now),
)

export const codeRoutes: readonly Route[] = [
  postBatch,
  getBatches,
  postBatchRevoke,
  getBatchExport,
  getCodes,
  postReveal,
  postRevoke,
  postRecharge,
]
