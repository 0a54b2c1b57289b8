import { newId } from '@lessor/kit'
import { join } from 'node:path'
import { notingForbidden, sealLog } from './modules/core/audit/index.ts'
import {
  authenticateStaff,
  createOwner,
  ownerNotSeen,
  type CreatedOwner,
} from './modules/people/staff/index.ts'
import { scanAtStart } from './modules/core/plugins/index.ts'
import { brandShown } from './modules/core/settings/index.ts'
import { openVerification, type Verification } from './modules/vip/verification/index.ts'
import { routesOf } from './brought.ts'
import type { Config, Settings } from './config.ts'
import { openServices, type ServicesOptions } from './services.ts'
import { systemCommand, type Services } from './platform/command.ts'
import type { BoundHttp } from './platform/http/bind.ts'
import { callersBehind } from './platform/http/caller.ts'
import { watchProxies, type UnknownProxies } from './platform/http/unknown-proxies.ts'
import { roomForClients } from './platform/http/capacity.ts'
import { openGate } from './platform/http/gate.ts'
import type { EntryOptions } from './platform/http/mount.ts'
import { openPages, pageOf, type PageData } from './platform/http/pages.ts'
import { serveHttp } from './platform/http/server.ts'
import { observe, openMetrics } from './platform/metrics.ts'
import { demandMigrated, migrateDatabase } from './platform/migrations.ts'
import { watchPressure } from './platform/pressure.ts'
import { version } from './version.ts'
import { transaction } from './platform/run-transaction.ts'

export interface AppOptions extends ServicesOptions {
  /** Its port is bound already, so that a port that is taken is known before anything is made. */
  readonly http: BoundHttp
  /** Shows the first owner, with the generated password, before the owner is committed. */
  readonly showOwner: (owner: CreatedOwner) => Promise<void> | void
}

export interface App {
  readonly services: Services
  /** Where it listens. */
  readonly port: number
  /** The name of the owner, as long as no owner has ever signed in. */
  readonly newOwner: string | undefined
  /** Finishes requests and jobs under way, then lets go of everything. */
  stop(): Promise<void>
}

/** Wires everything, in the order in which it depends on each other, and serves. What was begun ends when a step fails. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, log, http } = options
  await migrateDatabase(options.databaseUrl)
  const { services, queue, close } = await openServices(options)
  const { db, limits, signals } = services
  await using begun = new AsyncDisposableStack()
  begun.defer(close)

  const gates = gatesOf(config)
  const pressure = watchPressure(gates.quick)
  begun.defer(() => pressure.stop())
  const proxies = watchProxies(log)
  const door = doorOf(config, proxies)
  const verification = openVerification(services, door.callerOf, log, pressure.now)
  const metrics = openMetrics()
  observe(metrics, { db, gates, ...verification.figures })

  await transaction(db, (tx) => sealLog(tx, systemCommand(services, log, 'audit', newId())))
  const cmd = systemCommand(services, log, 'bootstrap', newId())
  await createOwner(cmd, config.bootstrap, options.showOwner)
  begun.defer(() => signals.stop())
  await signals.start()
  begun.defer(() => queue.stop())
  begun.defer(() => verification.stop())
  verification.start()
  await queue.start(services)
  begun.defer(scanAtStart(systemCommand(services, log, 'plugins.scan', newId())))
  begun.defer(async () => {
    const closed = http.close(10_000)
    // Sockets would hold their connections open for ever.
    verification.hangUp()
    await closed
  })
  serveHttp(http, {
    entry: { services, limits, gates, metrics, log, ...door, ...identityOf(services, verification) },
    routes: routesOf({
      memory: verification.memory,
      statusPage: await pageOf(built('status-page')),
      jobs: queue.list,
      unknownProxies: proxies.seen,
    }),
    pages: await openPages(webApps, () => pageDataOf(services.settings)),
    corsOrigins: config.server.cors_origins,
    version,
    ready: () => demandMigrated(signals.control()),
    maxConnections: roomForClients(config.server.max_connections, config.db.max_connections),
    metricsToken: config.metrics.token,
    upgrades: { '/api/ws': verification.upgrade },
  })
  const newOwner = (await ownerNotSeen.first(db, {}))?.username
  const running = begun.move()
  return { services, port: http.port, newOwner, stop: () => running.disposeAsync() }
}

const built = (name: string) => join(import.meta.dirname, '../..', name, 'dist')

/** What pages know before they ask: the seller's name, and the zone in which they write times. */
const pageDataOf = ({ brand, server }: Settings): PageData => ({
  title: brand.name_zh,
  attributes: { 'time-zone': server.time_zone, brand: JSON.stringify(brandShown(brand)) },
})

/** The more particular path first. */
const webApps = [
  { path: '/admin', folder: built('admin') },
  { path: '/status', folder: built('status-page') },
  { path: '', folder: built('portal') },
]

const identityOf = (
  services: Services,
  verification: Verification,
): Pick<EntryOptions, 'realms' | 'noteForbidden'> => ({
  realms: {
    customer: verification.authenticate,
    staff: (cookies, now) => authenticateStaff(services, cookies, now),
  },
  noteForbidden: notingForbidden(),
})

function gatesOf({ server: { max_concurrency: places, max_waiting: line } }: Config): EntryOptions['gates'] {
  const gate = () => openGate({ places, line, patienceMs: 10_000 })
  return { quick: gate(), hashing: gate() }
}

const isHttps = (url: string) => URL.canParse(url) && new URL(url).protocol === 'https:'

/** How callers are known and cookies are written at this installation's door. */
const doorOf = (
  { server, session }: Config,
  proxies: UnknownProxies,
): Pick<EntryOptions, 'callerOf' | 'cookie' | 'origin'> => ({
  callerOf: callersBehind(server.trusted_proxies, proxies.note),
  origin: server.public_url ? new URL(server.public_url).origin : undefined,
  cookie: { secure: session.cookie_secure || isHttps(server.public_url), sameSite: session.cookie_same_site },
})
