import { newId } from '@lessor/kit'
import { randomBytes, randomUUID } from 'node:crypto'
import { levels } from '../../apps/server/src/modules/vip/levels/index.ts'
import { vipProductId } from '../../apps/server/src/modules/leasing/catalog/index.ts'
import { users } from '../../apps/server/src/modules/status/users/index.ts'
import { readConfig } from '../../apps/server/src/config.ts'
import { openServices } from '../../apps/server/src/services.ts'
import { systemCommand, type Command, type Services } from '../../apps/server/src/platform/command.ts'
import { readKeyFile } from '../../apps/server/src/platform/key-file.ts'
import { openLog } from '../../apps/server/src/platform/log.ts'
import type { Call } from '../../apps/server/src/platform/http/route.ts'
import { issueCodes, type Code } from './codes.ts'
import { databaseUrlOf, serverEnv, type Server } from './server.ts'

type Pool = Services['db']['pool']

/** One statement as it went to PostgreSQL; without a name it isn't prepared. */
export interface Said {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
  /** Which round trip it travelled in: statements of one are sent without waiting for each other. */
  readonly trip?: number
}

/** A code, and who redeems it. */
export interface Redemption {
  readonly accountId: string
  readonly code: Code
}

export interface Recorded extends Redemption {
  readonly said: readonly Said[]
}

/** Redeems a code with the product's own use case; answers every statement that this took, `begin` and `commit` too. */
export async function recordRedemption(server: Server, accountId: string): Promise<Recorded> {
  const [code] = await issueCodes(server, 1)
  const route = levels.routes.find(({ path }) => path === '/api/recharge')
  if (!code || !route) throw new Error('There is no code, or no route that redeems it')
  const said = await saidBy(server, (cmd) => {
    const actor = { kind: 'account', id: accountId, name: '', sessionId: newId() } as const
    const idempotency = { key: newId(), request: randomBytes(32) }
    return route.handle({ cmd: { ...cmd, actor, idempotency }, body: { card_code: code.text } } as Call)
  })
  const begin = said.findIndex(({ text }) => text === 'begin')
  if (begin < 0) throw new Error('No transaction was heard')
  return { accountId, code, said: said.slice(begin) }
}

/** The one question that the product asks the database for a status link. */
export async function recordLookup(server: Server, token: string): Promise<Said> {
  const route = users.routes({ statusPage: undefined }).find(({ path }) => path === '/api/status/:token')
  if (!route) throw new Error('There is no route that looks a link up')
  const said = await saidBy(server, (cmd) => route.handle({ cmd, params: { token } } as unknown as Call))
  const [lookup] = said.filter(({ name }) => name?.startsWith('status.'))
  if (!lookup) throw new Error('No lookup was heard')
  return lookup
}

/** What the database is told while the product's own code works on a server's installation. */
export async function saidBy(server: Server, work: (cmd: Command) => unknown): Promise<Said[]> {
  const log = await openLog({ level: 'silent', format: 'json' })
  const config = readConfig(serverEnv(server.dataDir))
  const ring = readKeyFile(server.dataDir)
  const databaseUrl = await databaseUrlOf(server.dataDir)
  const { services, queue, close } = await openServices({ config, databaseUrl, ring, log })
  const said = listenTo(services.db.pool)
  await work(systemCommand(services, log, 'bench', newId()))
  await queue.stop()
  await close()
  return said
}

/** Everything that the pool's connections are told from now on, by the round trips that it takes. */
function listenTo(pool: Pool): Said[] {
  const said: Said[] = []
  const heard = new WeakSet()
  let trip = 0
  pool.on('acquire', (client) => {
    if (heard.has(client)) return
    heard.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown> | undefined
    let waiting = 0
    const answered = () => void waiting--
    const listening = (...args: unknown[]) => {
      const [first] = args
      if (waiting++ === 0) trip++
      said.push({ ...(typeof first === 'string' ? { text: first, values: [] } : (first as Said)), trip })
      // A query of the pool's own has a callback, and no promise.
      const last = args.at(-1)
      if (typeof last !== 'function') {
        const asked = query(...args)
        asked?.then(answered, answered)
        return asked
      }
      const callback = (...answer: unknown[]) => (answered(), (last as (...of: unknown[]) => void)(...answer))
      return query(...args.slice(0, -1), callback)
    }
    Object.assign(client, { query: listening })
  })
  return said
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-([0-9a-f])[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The same statements for another redemption: every id that was made for the recorded one is made anew. */
export function saidFor({ said, ...recorded }: Recorded, { accountId, code }: Redemption): Said[] {
  const ids = new Map([
    [vipProductId, vipProductId],
    [recorded.accountId, accountId],
    [recorded.code.id, code.id],
    [recorded.code.batchId, code.batchId],
  ])
  return saidWith(said, ids, (bytes) => (bytes.equals(recorded.code.hash) ? code.hash : bytes))
}

/** The same statements with other ids: those of `ids`, and new ones for all others. */
export function saidWith(
  said: readonly Said[],
  ids: Map<string, string>,
  bytesFor: (bytes: Buffer) => Buffer = (bytes) => bytes,
): Said[] {
  const idFor = (id: string, version: string) => {
    const known = ids.get(id) ?? (version === '7' ? newId() : randomUUID())
    ids.set(id, known)
    return known
  }
  const valueFor = (value: unknown): unknown => {
    if (typeof value === 'string') return value.replace(uuid, idFor)
    if (Array.isArray(value)) return value.map(valueFor)
    return Buffer.isBuffer(value) ? bytesFor(value) : value
  }
  return said.map(({ values, ...statement }) => ({ ...statement, values: values.map(valueFor) }))
}
