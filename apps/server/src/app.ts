import { accountRoutes } from './modules/accounts/index.ts'
import { auditRoutes } from './modules/audit/index.ts'
import { catalogRoutes } from './modules/catalog/index.ts'
import { codeRoutes } from './modules/codes/index.ts'
import { leaseRoutes } from './modules/leases/index.ts'
import { notifyRoutes } from './modules/notify/index.ts'
import { openSessions } from './modules/sessions/index.ts'
import { authenticateStaff, createOwner, staffRoutes } from './modules/staff/index.ts'
import { openGround, type GroundOptions } from './ground.ts'
import { systemCommand, type Command, type Ground } from './platform/command.ts'
import { callersBehind } from './platform/http/caller.ts'
import { openGate } from './platform/http/gate.ts'
import { openHttp } from './platform/http/server.ts'
import { observe, openMetrics } from './platform/metrics.ts'
import { demandMigrated, migrateDatabase } from './platform/migrations.ts'
import { watchPressure } from './platform/pressure.ts'
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
