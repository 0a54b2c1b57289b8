import { z } from '@hono/zod-openapi'
import type { Command } from '../../../platform/command.ts'
import { id } from '../../../platform/http/fields.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { gatewayNames } from './gateways.ts'
import { verdicts } from './model.ts'
import { listNotices, type Notice } from './queries.ts'

export const noticeFilters = { verdict: z.enum(verdicts).optional(), payment_id: id.optional() }
type Asked = z.output<z.ZodObject<typeof noticeFilters>>

export const noticeShape = z
  .object({
    id: z.string(),
    at: z.string(),
    interface_id: z.string(),
    gateway: z.string(),
    payment_id: z.string().nullable(),
    verdict: z.enum(verdicts),
    reason: z.string(),
    ip: z.string(),
  })
  .openapi('PaymentNotice')

const presentNotice = (
  one: Omit<Notice, 'sealed'>,
  gateways: ReadonlyMap<string, string>,
): z.output<typeof noticeShape> => ({
  id: one.id,
  at: one.at.toISOString(),
  interface_id: one.interfaceId,
  gateway: gateways.get(one.interfaceId) ?? '',
  payment_id: one.paymentId,
  verdict: one.verdict,
  reason: one.reason,
  ip: one.ip,
})

/** What gateways sent, newest first unless sorted. */
export async function findNotices(
  { services: { db } }: Command,
  { payment_id: paymentId, verdict }: Asked,
  page: Page,
): Promise<Paged<z.output<typeof noticeShape>>> {
  const found = await listNotices(db, { verdict, paymentId }, page)
  const gateways = await gatewayNames(db)
  return { ...found, items: found.items.map((one) => presentNotice(one, gateways)) }
}
