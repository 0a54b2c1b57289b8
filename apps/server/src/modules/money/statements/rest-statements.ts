import { z } from '@hono/zod-openapi'
import { id } from '../../../platform/http/fields.ts'
import { auditedList } from '../../core/audit/index.ts'
import { differenceKinds, resolutions, rowStates, waysOf } from './model.ts'
import { statementsMay } from './permissions.ts'
import { listRows, listRuns, openOf, rowOrder, runOrder, type Row, type Run } from './queries.ts'

export const runShape = z
  .object({
    id: z.string(),
    interface_id: z.string(),
    gateway: z.string(),
    file_name: z.string(),
    from: z.string(),
    to: z.string(),
    lines: z.number(),
    skipped: z.number(),
    matched: z.number(),
    differences: z.number(),
    open: z.number().openapi({ description: 'Differences that nobody resolved yet' }),
    created_by: z.string(),
    created_at: z.string(),
  })
  .openapi('StatementRun')

export const presentRun = (one: Run, open: number): z.output<typeof runShape> => ({
  id: one.id,
  interface_id: one.interfaceId,
  gateway: one.gateway,
  file_name: one.fileName,
  from: one.fromAt.toISOString(),
  to: one.toAt.toISOString(),
  lines: one.lines,
  skipped: one.skipped,
  matched: one.matched,
  differences: one.differences,
  open,
  created_by: one.createdBy,
  created_at: one.createdAt.toISOString(),
})

export const rowShape = z
  .object({
    id: z.string(),
    run_id: z.string(),
    kind: z.enum(differenceKinds),
    state: z.enum(rowStates),
    payment_id: z.string().nullable(),
    reference: z.string(),
    gateway_tx: z.string(),
    at: z.string(),
    amount_there: z.string().nullable(),
    amount_here: z.string().nullable(),
    fee_there: z.string().nullable(),
    fee_here: z.string().nullable(),
    ways: z.array(z.enum(resolutions)).openapi({ description: 'What can be done about it' }),
    resolution: z.enum(resolutions).nullable(),
    note: z.string(),
    resolved_by: z.string().nullable(),
    resolved_at: z.string().nullable(),
  })
  .openapi('StatementDifference')

export const presentRow = (one: Row): z.output<typeof rowShape> => ({
  id: one.id,
  run_id: one.runId,
  kind: one.kind,
  state: one.state,
  payment_id: one.paymentId,
  reference: one.reference,
  gateway_tx: one.transaction,
  at: one.at.toISOString(),
  amount_there: one.amountThere,
  amount_here: one.amountHere,
  fee_there: one.feeThere,
  fee_here: one.feeHere,
  ways: one.state === 'open' ? [...waysOf(one.kind, one.paymentId)] : [],
  resolution: one.resolution,
  note: one.note,
  resolved_by: one.resolvedBy,
  resolved_at: one.resolvedAt?.toISOString() ?? null,
})

export const statementLists = [
  ...auditedList('/api/admin/statements', {
    name: 'statements',
    summary: 'Files of gateways that were held against their payments, newest first',
    permission: statementsMay.read,
    filters: { interface_id: id.optional() },
    sorts: runOrder.sorts,
    item: runShape,
    load: async ({ services: { db } }, { interface_id: interfaceId }, page) => {
      const found = await listRuns(db, { interfaceId }, page)
      const counts = await openOf.all(db, { runIds: found.items.map((one) => one.id) })
      const open = new Map(counts.map((one) => [one.runId, one.open]))
      return { ...found, items: found.items.map((one) => presentRun(one, open.get(one.id) ?? 0)) }
    },
  }),
  ...auditedList('/api/admin/statement-rows', {
    name: 'statement-rows',
    summary: 'What differs between files of gateways and the payments',
    permission: statementsMay.read,
    filters: {
      run_id: id.optional(),
      kind: z.enum(differenceKinds).optional(),
      state: z.enum(rowStates).optional(),
    },
    sorts: rowOrder.sorts,
    item: rowShape,
    load: async ({ services: { db } }, { run_id: runId, ...filters }, page) => {
      const found = await listRows(db, { runId, ...filters }, page)
      return { ...found, items: found.items.map(presentRow) }
    },
  }),
]
