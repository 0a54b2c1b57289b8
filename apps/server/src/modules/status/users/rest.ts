import { statusMay } from './permissions.ts'
import {
  fileNameOf,
  operations,
  type Context,
  type Operation,
  type OperationLimit,
  linkNotKept,
  type RefusalName,
} from '@lessor/status'
import { linkTo, type RefusalType } from '@lessor/kit'
import { noteExport } from '../../core/audit/index.ts'
import { alreadyUndone, leaseTooLong, undoTooLate } from '../../leasing/leases/index.ts'
import type { Command } from '../../../platform/command.ts'
import { csvFile, csvMedia } from '../../../platform/http/file.ts'
import type { Who } from '../../../platform/entry/who.ts'
import { get, patch, post, type Call, type Route } from '../../../platform/http/route.ts'
import type { LimitName } from '../../../platform/limits.ts'
import { notFound } from '../../../platform/refusals.ts'
import { storeOf } from './store.ts'

const whoMay: Record<Operation['spec']['right'], Who> = {
  anyone: 'anyone',
  read: statusMay.read,
  manage: statusMay.write,
  recharge: statusMay.recharge,
  reveal: statusMay.reveal,
}
const limitOf: Record<OperationLimit, LimitName> = { status: 'statusLink', read: 'read', write: 'write' }
const refusals: Record<RefusalName, RefusalType> = {
  not_found: notFound,
  link_not_kept: linkNotKept,
  lease_too_long: leaseTooLong,
  undo_too_late: undoTooLate,
  already_undone: alreadyUndone,
}
const csv = csvMedia('One a line, with a header; audited')

function routeOf(operation: Operation): Route {
  const { method, path, spec, handle } = operation
  const file = fileNameOf(operation)
  const found = async (call: Call) => {
    const data = await handle(contextOf(call.cmd, call.origin), call)
    if (data === undefined) throw notFound()
    return data
  }
  return { get, patch, post }[method](
    path,
    {
      summary: spec.summary,
      who: whoMay[spec.right],
      limit: file ? 'export' : limitOf[spec.limit],
      ...(spec.params && { params: spec.params }),
      ...(spec.query && { query: spec.query }),
      ...(spec.body && { body: spec.body }),
      data: 'csv' in spec.data ? csv : spec.data,
      refuses: (spec.refuses ?? []).map((name) => refusals[name]),
      ...(spec.keyed && { keyed: true }),
    },
    async (call: Call) => {
      const data = await (isByLink(spec) ? guessLink(call.cmd, () => found(call)) : found(call))
      return file ? fileOf(call, file, data as AsyncGenerator<string>) : data
    },
  )
}

const isByLink = ({ limit }: Operation['spec']) => limit === 'status'

/** Looks a link up; one that is none counts as a failed guess of its address. */
export const guessLink = <T>(cmd: Command, look: () => Promise<T>): Promise<T> =>
  cmd.services.guesses.attempt(cmd, { limit: 'statusLink', wrong: [notFound] }, look)

/** Links begin with the public address; where none is set, with how this caller names the server. */
export const contextOf = (cmd: Command, origin: string): Context => {
  const { public_url: url, time_zone: zone } = cmd.services.settings.server
  return {
    store: storeOf(cmd),
    now: cmd.now,
    zone,
    statusUrl: (token) => linkTo(url || origin, `/status/${token}`),
  }
}

async function fileOf({ cmd, query }: Call, list: string, chunks: AsyncGenerator<string>): Promise<Response> {
  const asked = query as Record<string, unknown>
  await noteExport(cmd, { list, permission: statusMay.read, asked })
  return csvFile(cmd, list, encoded(chunks))
}

async function* encoded(chunks: AsyncGenerator<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const chunk of chunks) yield encoder.encode(chunk)
}

export const statusRoutes: readonly Route[] = operations.map(routeOf)
