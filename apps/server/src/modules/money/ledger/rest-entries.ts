import { z } from '@hono/zod-openapi'
import type { Command } from '../../../platform/command.ts'
import { id, range, rangeOf } from '../../../platform/http/fields.ts'
import type { Page, Paged } from '../../../platform/paging.ts'
import { causes, ledgerAccounts } from './model.ts'
import { listEntries, type LedgerEntry } from './queries.ts'

export const entryFilters = {
  account: z.enum(ledgerAccounts).optional(),
  of: id.optional().openapi({ description: 'With `account`: whose' }),
  cause: z.enum(causes).optional(),
  cause_id: id.optional(),
  ...range,
}
type Asked = z.output<z.ZodObject<typeof entryFilters>>

export const entryShape = z
  .object({
    id: z.string(),
    at: z.string(),
    debit: z.enum(ledgerAccounts),
    debit_of: z.string().nullable(),
    credit: z.enum(ledgerAccounts),
    credit_of: z.string().nullable(),
    amount: z.string(),
    cause: z.enum(causes),
    cause_id: z.string(),
    debit_after: z.string().nullable(),
    credit_after: z.string().nullable(),
    note: z.string(),
  })
  .openapi('LedgerEntry')

const presentEntry = (entry: LedgerEntry): z.output<typeof entryShape> => ({
  id: entry.id,
  at: entry.at.toISOString(),
  debit: entry.debit,
  debit_of: entry.debitOf,
  credit: entry.credit,
  credit_of: entry.creditOf,
  amount: entry.amount,
  cause: entry.cause,
  cause_id: entry.causeId,
  debit_after: entry.debitAfter,
  credit_after: entry.creditAfter,
  note: entry.note,
})

/** Entries, newest first unless sorted. */
export async function findEntries(
  { services: { db } }: Command,
  { cause_id: causeId, from, to, ...filters }: Asked,
  page: Page,
): Promise<Paged<z.output<typeof entryShape>>> {
  const found = await listEntries(db, { ...filters, causeId, ...rangeOf({ from, to }) }, page)
  return { ...found, items: found.items.map(presentEntry) }
}
