import { newId } from '@lessor/kit'
import { join } from 'node:path'
import { sealLog } from './modules/audit/index.ts'
import { authenticateStaff, createOwner } from './modules/staff/index.ts'
import { brandShown } from './modules/settings/index.ts'
import { openVerification, type Verification } from './modules/verification/index.ts'
import type { Config, Settings } from './config.ts'
import { openGround, type GroundOptions } from './ground.ts'
import { systemCommand, type Ground } from './platform/command.ts'
import { callersBehind } from './platform/http/caller.ts'
import { openGate } from './platform/http/gate.ts'
import type { Front, Realms } from './platform/http/mount.ts'
import { openPages, pageOf, type Shell } from './platform/http/pages.ts'
import { openHttp } from './platform/http/server.ts'
import { observe, openMetrics } from './platform/metrics.ts'
import { demandMigrated, migrateDatabase } from './platform/migrations.ts'
import { watchPressure } from './platform/pressure.ts'
import { routesOf } from './routes.ts'
import { version } from './version.ts'

export interface App {
  readonly ground: Ground
  /** Where it listens. */
  readonly port: number
  /** The owner made on the first start; the password is known only here. */
  readonly owner: { readonly username: string; readonly generatedPassword?: string } | undefined
  /** Finishes requests and jobs under way, then lets go of everything. */
  stop(): Promise<void>
}

/** Wires everything, in the order in which it depends on each other, and serves. */
export async function startApp(options: GroundOptions): Promise<App> {
  const { config, log } = options
  await migrateDatabase(options.databaseUrl)
  const { ground, queue } = await openGround(options)
  const { db, limits, signals } = ground

  const gates = gatesOf(config)
  const pressure = watchPressure(gates.quick)
  const verification = openVerification(ground, log, pressure.now)
  const metrics = openMetrics()
  const http = openHttp({
    front: { ground, realms: realmsOf(ground, verification), gates, limits, metrics, log, ...doorOf(config) },
    routes: routesOf({
      memory: verification.memory,
      statusPage: await pageOf(built('status-page')),
      jobs: queue.list,
    }),
    pages: await openPages(webApps, () => shellOf(ground.settings)),
    corsOrigins: config.server.cors_origins,
    version,
    ready: () => demandMigrated(db.pool),
    upgrades: { '/api/ws': verification.upgrade },
  })
  observe(metrics, { db, gates, ...verification.figures })

  await db.transaction((tx) => sealLog(tx, systemCommand(ground, log, 'audit', newId())))
  const owner = await createOwner(systemCommand(ground, log, 'bootstrap', newId()), config.bootstrap)
  await signals.start()
  verification.start()
  await queue.start(ground)
  const port = await http.listen(config.server.http_port, config.server.host)
  return {
    ground,
    port,
    owner,
    stop: async () => {
      const closed = http.close(10_000)
      // Sockets would hold their connections open for ever.
      verification.hangUp()
      await closed
      await verification.stop()
      await queue.stop()
      await signals.stop()
      pressure.stop()
      await db.close()
    },
  }
}

const built = (name: string) => join(import.meta.dirname, '../..', name, 'dist')

/** What pages know before they ask: the seller's name, and the zone in which they write times. */
const shellOf = ({ brand, server }: Settings): Shell => ({
  title: brand.name_zh,
  attributes: { 'time-zone': server.time_zone, brand: JSON.stringify(brandShown(brand)) },
})

/** The more particular path first. */
const webApps = [
  { path: '/admin', folder: built('admin') },
  { path: '/status', folder: built('status-page') },
  { path: '', folder: built('portal') },
]

const realmsOf = (ground: Ground, verification: Verification): Realms => ({
  customer: verification.authenticate,
  staff: (cookies, now) => authenticateStaff(ground, cookies, now),
})

function gatesOf({ server: { max_concurrency: places, max_waiting: line } }: Config): Front['gates'] {
  const gate = () => openGate({ places, line, patienceMs: 10_000 })
  return { quick: gate(), hashing: gate() }
}

/** How callers are known and cookies are written at this installation's door. */
const doorOf = ({ server, session }: Config): Pick<Front, 'callerOf' | 'cookie' | 'origin'> => ({
  callerOf: callersBehind(server.trusted_proxies),
  origin: server.public_url ? new URL(server.public_url).origin : undefined,
  cookie: { secure: session.cookie_secure, sameSite: session.cookie_same_site },
})
