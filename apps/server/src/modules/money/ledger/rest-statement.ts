import { z } from '@hono/zod-openapi'
import { id, range, rangeOf } from '../../../platform/http/fields.ts'
import { csvFile, csvMedia, fileLanguage, readerOf } from '../../../platform/http/file.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { ledgerMay } from './permissions.ts'
import { statementColumns, statementCsv, statementOf } from './statement.ts'

const statementShape = z
  .object({ opening: z.string(), closing: z.string(), in: z.string(), out: z.string() })
  .openapi('WalletStatement')

const getOwn = get(
  '/api/wallet/statement',
  {
    summary: 'My wallet over a period: opening + in − out = closing',
    who: 'customer',
    query: z.strictObject(range),
    data: statementShape,
  },
  ({ cmd, query }) => statementOf(cmd.services.db, { accountId: cmd.actor.id, ...rangeOf(query) }),
)

const getOfAccount = get(
  '/api/admin/accounts/:id/wallet/statement',
  {
    summary: 'An account’s wallet over a period: opening + in − out = closing',
    who: ledgerMay.read,
    params: z.object({ id }),
    query: z.strictObject(range),
    data: statementShape,
  },
  ({ cmd, params, query }) => statementOf(cmd.services.db, { accountId: params.id, ...rangeOf(query) }),
)

const getFile = get(
  '/api/wallet/statement/export',
  {
    summary: 'What went into my wallet and out of it in a period, as a file, the oldest first',
    who: 'customer',
    limit: 'export',
    query: z.strictObject({ ...range, language: fileLanguage }),
    data: csvMedia(statementColumns.join(', ')),
  },
  async ({ cmd, query: { language, ...asked } }) => {
    const period = { accountId: cmd.actor.id, ...rangeOf(asked) }
    return csvFile(cmd, 'wallet', statementCsv(cmd.services.db, period, readerOf(cmd, language)))
  },
)

export const statementRoutes: readonly Route[] = [getOwn, getOfAccount, getFile]
