import { z } from '@hono/zod-openapi'
import { Buffer } from 'node:buffer'
import { id, line, optionalLine } from '../../../platform/http/fields.ts'
import { get, post, type Route } from '../../../platform/http/route.ts'
import { notFound } from '../../../platform/refusals.ts'
import { notConfirmable, openGateways, transactionTaken, unknownGateway } from '../payments/index.ts'
import { noLines, noSuchColumns, notACsv, notForThisRow, rowResolved, tooManyLines } from './errors.ts'
import { matchStatement } from './match-statement.ts'
import { resolutions } from './model.ts'
import { statementsMay } from './permissions.ts'
import { previewStatement } from './preview-statement.ts'
import { openOf, runById, type Run } from './queries.ts'
import { resolveRow } from './resolve-row.ts'
import { presentRow, presentRun, rowShape, runShape, statementLists } from './rest-statements.ts'
import type { Command } from '../../../platform/command.ts'

/** 6 MB of a file are 8 MB in base64. */
const bodyLimit = 8_500_000
const content = z.base64().max(8_400_000).openapi({ description: 'The file, in base64: CSV in UTF-8 or GBK, at most 6 MB' }) // prettier-ignore

const column = line(200)
const mappingShape = z
  .strictObject({
    reference: column.openapi({ description: 'The column of our number of the payment' }),
    transaction: column.openapi({ description: 'The column of the gateway’s number' }),
    amount: column,
    time: column,
    fee: column.optional(),
    only: z
      .strictObject({ column, value: line(200) })
      .optional()
      .openapi({ description: 'Only lines with this value in this column are payments' }),
  })
  .openapi('StatementMapping')

const previewShape = z
  .object({
    columns: z.array(z.string()),
    sample: z.array(z.array(z.string())).openapi({ description: 'The first lines below, in the same order' }),
    remembered: z.boolean(),
    mapping: z.object({
      reference: z.string(),
      transaction: z.string(),
      amount: z.string(),
      time: z.string(),
      fee: z.string().nullable(),
      only: z.object({ column: z.string(), value: z.string() }).nullable(),
    }),
  })
  .openapi('StatementPreview')

const getGateways = get(
  '/api/admin/statement-gateways',
  {
    summary: 'The gateways whose files can be held against payments',
    who: statementsMay.match,
    data: z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  async ({ cmd }) => ({ items: await openGateways(cmd.services.db) }),
)

const postPreview = post(
  '/api/admin/statements/preview',
  {
    summary:
      'Which columns a gateway’s file has, and which of them hold what: as chosen last, or by their names',
    who: statementsMay.match,
    bodyLimit,
    body: z.strictObject({ interface_id: id, content }),
    data: previewShape,
    refuses: [unknownGateway, notACsv, tooManyLines],
  },
  async ({ cmd, body }) => {
    const bytes = Buffer.from(body.content, 'base64')
    const found = await previewStatement(cmd, { interfaceId: body.interface_id, bytes })
    const { columns, sample, remembered, guess } = found
    const mapping = { ...guess, fee: guess.fee ?? null, only: guess.only ?? null }
    return { columns: [...columns], sample: sample.map((row) => [...row]), remembered, mapping }
  },
)

const postStatement = post(
  '/api/admin/statements',
  {
    summary: 'Hold a gateway’s file against its payments; the same file again answers the first run',
    who: statementsMay.match,
    keyed: true,
    bodyLimit,
    body: z.strictObject({ interface_id: id, file_name: line(200), content, mapping: mappingShape }),
    data: runShape,
    refuses: [unknownGateway, notACsv, tooManyLines, noSuchColumns, noLines],
  },
  async ({ cmd, body: { interface_id: interfaceId, file_name: fileName, content: text, mapping } }) => {
    const bytes = Buffer.from(text, 'base64')
    return presentWithOpen(cmd, await matchStatement(cmd, { interfaceId, fileName, bytes, mapping }))
  },
)

async function presentWithOpen({ services: { db } }: Command, run: Run) {
  const [counted] = await openOf.all(db, { runIds: [run.id] })
  return presentRun(run, counted?.open ?? 0)
}

const params = z.object({ id })

const getStatement = get(
  '/api/admin/statements/:id',
  { summary: 'One file', who: statementsMay.read, params, data: runShape, refuses: [notFound] },
  async ({ cmd, params: { id: wanted } }) => {
    const run = await runById.first(cmd.services.db, { id: wanted })
    if (!run) throw notFound()
    return presentWithOpen(cmd, run)
  },
)

const postResolve = post(
  '/api/admin/statement-rows/:id/resolve',
  {
    summary: 'Resolve a difference; one that a gateway was asked about and says is not paid stays open',
    who: statementsMay.match,
    keyed: true,
    params,
    body: z.strictObject({ resolution: z.enum(resolutions), note: optionalLine(500).default('') }),
    data: rowShape,
    refuses: [notFound, rowResolved, notForThisRow, notConfirmable, transactionTaken],
  },
  async ({ cmd, params: { id: wanted }, body }) => presentRow(await resolveRow(cmd, { id: wanted, ...body })),
)

export const statementRoutes: readonly Route[] = [
  ...statementLists,
  getGateways,
  postPreview,
  postStatement,
  getStatement,
  postResolve,
]
