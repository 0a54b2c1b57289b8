import { accountJobs, accountRoutes } from './modules/accounts/index.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { catalogRoutes } from './modules/catalog/index.ts'
import { codeRoutes } from './modules/codes/index.ts'
import { leaseJobs, leaseRoutes } from './modules/leases/index.ts'
import { notifyJobs, notifyRoutes } from './modules/notify/index.ts'
import { openSessions, sessionJobs } from './modules/sessions/index.ts'
import { authenticateStaff, createOwner, staffRoutes } from './modules/staff/index.ts'
import { limitOverrides, type Config } from './config.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import { systemCommand, type Command, type Ground } from './platform/command.ts'
import { openDatabase } from './platform/db.ts'
import { callersBehind } from './platform/http/caller.ts'
import { openGate } from './platform/http/gate.ts'
import { openHttp } from './platform/http/server.ts'
import { housekeeping } from './platform/housekeeping.ts'
import { openJobs, type Job } from './platform/jobs.ts'
import { demandSameKeys } from './platform/key-ring.ts'
import { limitsInProcess } from './platform/limits.ts'
import type { Logger } from './platform/log.ts'
import { observe, openMetrics } from './platform/metrics.ts'
import { demandMigrated, migrateDatabase } from './platform/migrations.ts'
import { openPasswords } from './platform/passwords.ts'
import { watchPressure } from './platform/pressure.ts'
import { secretsFrom, type RootKey } from './platform/secrets.ts'
import { openSignals } from './platform/signals.ts'
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

export interface AppOptions {
  readonly config: Config
  readonly databaseUrl: string
  readonly ring: readonly RootKey[]
  readonly log: Logger
  readonly clock?: Clock
}

/** Wires everything, in the order in which it depends on each other, and serves. */
export async function startApp({
  config,
  databaseUrl: url,
  ring,
  log,
  clock = systemClock,
}: AppOptions): Promise<App> {
  await migrateDatabase(url)
  const db = openDatabase({
    ...config.db,
    url,
    onError: (err) => log.warn({ err }, 'a database connection broke'),
  })
  await demandSameKeys(db, ring)

  const jobs: Job[] = [
    ...housekeeping,
    ...accountJobs,
    ...leaseJobs,
    ...sessionJobs(config.verification.cleanup_interval_secs),
    ...notifyJobs(config, log),
  ]
  const queue = openJobs({ url, log, jobs })
  const signals = openSignals({ db, url, version, log })
  const passwords = openPasswords(config.verification.bcrypt_cost, config.hashingThreads)
  const secrets = secretsFrom(ring, config.jwt.secret || undefined)
  const limits = limitsInProcess({ enabled: config.rate_limit.enabled, overrides: limitOverrides(config) })
  const ground: Ground = {
    db,
    clock,
    secrets,
    signals,
    events: queue.events,
    passwords,
    limits,
    settings: config,
  }

  const pressure = watchPressure()
  const sessions = openSessions(ground, log, pressure.now)
  const metrics = openMetrics()
  const line = { line: config.server.max_waiting, patienceMs: 10_000 }
  const gates = {
    quick: openGate({ ...line, places: config.server.max_concurrency }),
    hashing: openGate({ ...line, places: config.server.max_concurrency }),
  }
  const http = openHttp({
    front: {
      ground,
      realms: {
        customer: sessions.authenticate,
        staff: (cookies, now) => authenticateStaff(ground, cookies, now),
      },
      callerOf: callersBehind(config.server.trusted_proxies),
      gates,
      limits,
      metrics,
      log,
      cookie: { secure: config.session.cookie_secure, sameSite: config.session.cookie_same_site },
    },
    routes: [
      ...staffRoutes,
      ...accountRoutes,
      ...sessions.routes,
      ...leaseRoutes,
      ...catalogRoutes,
      ...codeRoutes,
      ...auditRoutes,
      ...notifyRoutes,
    ],
    corsOrigins: config.server.cors_origins,
    version,
    ready: () => demandMigrated(db),
    upgrades: { '/api/ws': sessions.upgrade },
  })
  observe(metrics, { db, gates, ...sessions.figures })

  const command = (name: string): Command => systemCommand(ground, log, name, name)
  const owner = await createOwner(command('bootstrap'), config.bootstrap)
  await signals.start()
  sessions.start()
  await queue.start(ground)
  const port = await http.listen(config.server.http_port, config.server.host)
  return {
    ground,
    port,
    owner,
    stop: async () => {
      await http.close(10_000)
      await sessions.stop()
      await queue.stop()
      await signals.stop()
      pressure.stop()
      await db.close()
    },
  }
}
