import { z } from '@hono/zod-openapi'
import { parseAmount } from '@lessor/kit'
import { amount, id, instantText, line, rangeOf } from '../../../platform/http/fields.ts'
import { get, patch, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { auditedList } from '../../core/audit/index.ts'
import { adjustWallet } from './adjust-wallet.ts'
import { entryFilters, entryShape, findEntries } from './rest-entries.ts'
import { insufficientFunds, underFloor } from './errors.ts'
import { causes, ledgerAccounts } from './model.ts'
import { ledgerMay } from './permissions.ts'
import { balanceOf, entryOrder, listEntries, sums } from './queries.ts'
import { statementRoutes } from './rest-statement.ts'
import { movementOf } from './statement.ts'
import { limitOf, setCreditLimit } from './set-credit-limit.ts'

const entryList = auditedList('/api/admin/ledger', {
  name: 'ledger',
  summary: 'Every movement of money; `account` finds those that debit or credit it',
  permission: ledgerMay.read,
  filters: entryFilters,
  sorts: entryOrder.sorts,
  item: entryShape,
  load: findEntries,
})

const getSums = get(
  '/api/admin/ledger-sums',
  {
    summary: 'What each account of the books comes to',
    who: ledgerMay.read,
    data: z.object({
      accounts: z.array(
        z.object({ account: z.enum(ledgerAccounts), balance: z.string(), entries: z.number() }),
      ),
    }),
  },
  async ({ cmd }) => ({ accounts: await sums.all(cmd.services.db, {}) }),
)

const walletShape = z.object({ balance: z.string(), credit_limit: z.string() }).openapi('Wallet')

const walletOf = async (
  db: Parameters<typeof balanceOf.first>[0],
  accountId: string,
): Promise<z.output<typeof walletShape>> => {
  const wallet = await balanceOf.first(db, { account: 'wallet', of: accountId })
  if (!wallet) throw notFound()
  return { balance: wallet.balance, credit_limit: limitOf(wallet.floor) }
}

const ofAccount = z.object({ id })

const getAccountWallet = get(
  '/api/admin/accounts/:id/wallet',
  {
    summary: 'An account’s wallet',
    who: ledgerMay.read,
    params: ofAccount,
    data: walletShape,
    refuses: [notFound],
  },
  ({ cmd, params }) => walletOf(cmd.services.db, params.id),
)

const postAdjust = post(
  '/api/admin/accounts/:id/wallet/adjust',
  {
    summary: 'Put money into a wallet, or take some, with a reason that the customer reads',
    who: ledgerMay.adjust,
    keyed: true,
    params: ofAccount,
    body: z.strictObject({
      direction: z.enum(['add', 'take']),
      amount: amount.refine((text) => Number(text) > 0, {
        params: { text: { en: 'More than 0', zh: '须大于 0' } },
      }),
      reason: line(200),
    }),
    data: z.object({ balance: z.string() }),
    refuses: [notFound, insufficientFunds],
  },
  ({ cmd, params, body: { direction, amount: text, reason } }) => {
    const fen = parseAmount(text)
    return adjustWallet(cmd, { accountId: params.id, amountFen: direction === 'take' ? -fen : fen, reason })
  },
)

const patchCredit = patch(
  '/api/admin/accounts/:id/wallet',
  {
    summary: 'Set how far a wallet may owe',
    who: ledgerMay.adjust,
    params: ofAccount,
    body: z.strictObject({ credit_limit: amount }),
    data: z.object({ credit_limit: z.string() }),
    refuses: [notFound, underFloor],
  },
  async ({ cmd, params, body }) => {
    const { creditLimit } = await setCreditLimit(cmd, {
      accountId: params.id,
      limitFen: parseAmount(body.credit_limit),
    })
    return { credit_limit: creditLimit }
  },
)

const getWallet = get(
  '/api/wallet',
  { summary: 'My wallet', who: 'customer', data: walletShape },
  ({ cmd }) => walletOf(cmd.services.db, cmd.actor.id),
)

const movementShape = z
  .object({
    id: z.string(),
    at: z.string(),
    type: z.enum(causes),
    /** Negative where it left the wallet. */
    amount: z.string(),
    balance_before: z.string(),
    balance_after: z.string(),
    note: z.string(),
  })
  .openapi('WalletMovement')

const getMovements = get(
  '/api/wallet/movements',
  {
    summary: 'What went into my wallet and out of it, newest first',
    who: 'customer',
    query: z.strictObject({
      cursor: z.string().max(500).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      from: instantText.optional(),
      to: instantText.optional(),
    }),
    data: z.object({ items: z.array(movementShape), next_cursor: z.string().nullable() }),
  },
  async ({ cmd, query: { cursor, limit, ...asked } }) => {
    const filters = { account: 'wallet', of: cmd.actor.id, ...rangeOf(asked) } as const
    const found = await listEntries(cmd.services.db, filters, { limit, cursor })
    return { items: found.items.map(movementOf), next_cursor: found.nextCursor }
  },
)

export const ledgerRoutes: readonly Route[] = [
  ...entryList,
  getSums,
  getAccountWallet,
  postAdjust,
  patchCredit,
  getWallet,
  getMovements,
  ...statementRoutes,
]
