import { z } from '@hono/zod-openapi'
import { id } from '../../../../platform/http/fields.ts'
import { csvFile, csvMedia, fileLanguage, readerOf } from '../../../../platform/http/file.ts'
import { get, type Route } from '../../../../platform/http/route.ts'
import { notFound } from '../../../../platform/refusals.ts'
import { ownColumns, ownCsvOf } from '../csv.ts'
import { statuses } from '../model.ts'
import { bringsOf, bringsShape } from '../present.ts'
import { ownCodes, ownExport } from './own-codes.ts'

const params = z.object({ id })

const codeShape = z
  .object({
    code: z.string(),
    status: z.enum(statuses),
    used_at: z.string().nullable(),
  })
  .openapi('OwnCode')

const getCodes = get(
  '/api/orders/:id/codes',
  {
    summary: 'The codes that one of my orders brought, in the clear',
    who: 'customer',
    params,
    query: z.strictObject({
      cursor: id.optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    data: z.object({
      batch: z
        .object({
          ...bringsShape,
          count: z.number(),
          used: z.number(),
          revoked: z.number(),
          expires_at: z.string(),
        })
        .nullable()
        .openapi({ description: 'What each code brings, and until when; null: they are not issued yet' }),
      items: z.array(codeShape),
      next_cursor: z.string().nullable(),
    }),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: orderId }, query }) => {
    const found = await ownCodes(cmd, { orderId, ...query })
    if (!found) return { batch: null, items: [], next_cursor: null }
    const { count, used, revoked, expiresAt } = found.batch
    return {
      batch: { ...bringsOf(found.batch), count, used, revoked, expires_at: expiresAt.toISOString() },
      items: found.lines.map(({ text, status, usedAt }) => ({
        code: text,
        status,
        used_at: usedAt?.toISOString() ?? null,
      })),
      next_cursor: found.nextCursor,
    }
  },
)

const getExport = get(
  '/api/orders/:id/codes/export',
  {
    summary: 'All codes of one of my orders, as a file',
    who: 'customer',
    limit: 'export',
    params,
    query: z.strictObject({ language: fileLanguage }),
    data: csvMedia(ownColumns.join(', ')),
    refuses: [notFound],
  },
  async ({ cmd, params: { id: orderId }, query }) => {
    const exported = await ownExport(cmd, { orderId })
    return csvFile(cmd, `codes-${orderId.slice(-8)}`, ownCsvOf(exported, readerOf(cmd, query.language)))
  },
)

export const orderedRoutes: readonly Route[] = [getCodes, getExport]
