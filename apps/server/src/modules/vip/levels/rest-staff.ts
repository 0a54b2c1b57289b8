import { z } from '@hono/zod-openapi'
import { DAY_MS, entrySources } from '@lessor/kit'
import { auditedList, auditMay } from '../../core/audit/index.ts'
import { accountsNamed, usernamesOf } from '../../people/accounts/index.ts'
import { vipProductId } from '../../leasing/catalog/index.ts'
import {
  alreadyUndone,
  entryOrder,
  grantDays,
  leaseTooLong,
  listEntries,
  undoGrant,
  undoTooLate,
  type Extended,
  leasesMay,
} from '../../leasing/leases/index.ts'
import { id, level, line, note, range, rangeOf, message } from '../../../platform/http/fields.ts'
import { post } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import {
  leaseShape,
  presentEntryForStaff,
  presentLease,
  presentTimeline,
  staffEntryShape,
  timelineShape,
} from './present.ts'

const granted = z.object({
  ...leaseShape,
  timeline: timelineShape,
  changed_days: z.number(),
  /** What undoes it is asked by this. */
  entry_id: z.string(),
})

const presentGranted = (extended: Extended) => ({
  ...presentLease(extended),
  timeline: presentTimeline(extended),
  changed_days: Math.round((extended.changeMs / DAY_MS) * 1000) / 1000,
  entry_id: extended.entryId,
})

const postGrant = post(
  '/api/admin/accounts/:id/grant',
  {
    summary: 'Add days to a lease, or take some back',
    who: leasesMay.grant,
    keyed: true,
    params: z.object({ id }),
    body: z.strictObject({
      change_days: z.int().min(-3650).max(3650).refine((days) => days !== 0, message({ en: 'Not 0', zh: '不能为 0' })), // prettier-ignore
      level: level.default(1),
      reason: note(500).default(''),
      internal_note: note(2000).default(''),
    }),
    data: granted,
    refuses: [notFound, leaseTooLong],
  },
  async ({ cmd, params, body }) =>
    presentGranted(
      await grantDays(cmd, {
        accountId: params.id,
        productId: vipProductId,
        changeDays: body.change_days,
        level: body.level,
        reason: body.reason,
        internalNote: body.internal_note,
      }),
    ),
)

const postUndo = post(
  '/api/admin/grants/:id/undo',
  {
    summary: 'Undo a grant of the last 10 minutes (`entry_id`) once, by a reversing entry',
    who: leasesMay.grant,
    keyed: true,
    params: z.object({ id }),
    body: z.strictObject({ reason: note(500).default(''), internal_note: note(2000).default('') }),
    data: granted,
    refuses: [notFound, undoTooLate, alreadyUndone, leaseTooLong],
  },
  async ({ cmd, params, body: { reason, internal_note: internalNote } }) =>
    presentGranted(await undoGrant(cmd, { entryId: params.id, reason, internalNote })),
)

const rechargeList = auditedList('/api/admin/logs/recharges', {
  name: 'recharges',
  summary: 'Lease changes, newest first; `username` matches exactly',
  permission: auditMay.readLogs,
  filters: {
    account_id: id.optional(),
    username: line(200).optional(),
    source: z.enum(entrySources).optional(),
    operator_id: line(100).optional(),
    ...range,
  },
  sorts: entryOrder.sorts,
  item: staffEntryShape,
  load: async (cmd, asked, page) => {
    const { db } = cmd.services
    const { account_id: accountId, operator_id: operatorId, source, username } = asked
    const namedIds = username ? await accountsNamed(db, username) : undefined
    const filters = { productId: vipProductId, accountId, namedIds, operatorId, source, ...rangeOf(asked) }
    const entries = await listEntries(db, filters, page)
    const usernames = await usernamesOf(db, entries.items.map((entry) => entry.accountId)) // prettier-ignore
    return { ...entries, items: entries.items.map((entry) => presentEntryForStaff(entry, usernames)) }
  },
})

export const staffVipRoutes = [postGrant, postUndo, ...rechargeList]
