import { Refusal } from '@lessor/kit'
import { startApp, type App } from './app.ts'
import { ConfigError, readConfig, type Config } from './config.ts'
import { ringOf, startPostgres } from './installation.ts'
import { bindHttp, type BoundHttp } from './platform/http/bind.ts'
import { ignoreOutputErrors, openLog, type Logger } from './platform/log.ts'
import { EmbeddedPostgresError } from './platform/postgres/embedded.ts'
import * as say from './messages.ts'
import { seed, seedPassword } from './seed/index.ts'
import { markAsSample } from './seed/sample.ts'

const exits = { failed: 1, unavailable: 3 } as const

/** Config, start, wait for a signal, stop; why it can't start, in two languages. Exit codes are the command line's (docs/cli.md). */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const began = performance.now()
  ignoreOutputErrors()
  const asked = askedToStop()
  let log: Logger | undefined
  let http: BoundHttp | undefined
  let running: Running | undefined
  try {
    const config = readConfig(env)
    log = await openLog({ ...config.log, format: config.logFormat })
    if (config.jwt.previous_secret) say.previousSecret(config.jwt.expiry_hours)
    // Before anything is made: a port that is taken must not leave half an installation.
    http = await bindHttp(config.server.http_port, config.server.host)
    running = await start(config, log, http)
    if (env['LESSOR_DEV']) await seedForDevelopment(running.app, config, log)
    say.ready(config, running.app, performance.now() - began)
    const reason = await Promise.race([asked, running.lost])
    say.stopping()
    log.info({ reason }, 'stopping')
    await running.stop()
    process.exitCode = reason === 'database lost' ? exits.failed : 0
  } catch (error) {
    if (error instanceof ConfigError) say.line(error.message)
    else say.failed(error)
    log?.debug({ err: error }, 'could not start')
    if (running) await running.stop()
    else await http?.close(0)
    process.exitCode = isForeseen(error) ? exits.unavailable : exits.failed
  }
  // Whatever still hangs on (a socket that never closes) must not keep the process.
  setTimeout(() => process.exit(), 2_000).unref()
  if (process.connected) process.disconnect?.()
}

/** What the operator can set right: anything else that is thrown is a bug. */
const isForeseen = (error: unknown) =>
  error instanceof ConfigError ||
  error instanceof EmbeddedPostgresError ||
  error instanceof Refusal ||
  say.hintOf(error) !== undefined

/** Ctrl-C, a polite kill, or the end of the launcher that started this process. */
function askedToStop(): Promise<string> {
  return new Promise((resolve) => {
    // `on`, not `once`: a terminal and a launcher may both send it, and the second must not cut the stop short.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve(signal))
    if (process.send) process.once('disconnect', () => resolve('the launcher is gone'))
  })
}

async function seedForDevelopment({ services }: App, config: Config, log: Logger): Promise<void> {
  if (config.embedded) markAsSample(config)
  const quietly = () => undefined
  await seed(services, log, { forDevelopment: true, more: false, onProgress: quietly, onPassword: quietly })
  say.samples(config.bootstrap, seedPassword)
}

interface Running {
  readonly app: App
  readonly lost: Promise<'database lost'>
  stop(): Promise<void>
}

async function start(config: Config, log: Logger, http: BoundHttp): Promise<Running> {
  const postgres = config.embedded ? await startPostgres(config, log, say.postgres) : undefined
  try {
    const databaseUrl = postgres?.url ?? config.db.url
    const ring = await ringOf(config, databaseUrl, () => say.makingSecrets(config.dataDir))
    const app = await startApp({ config, databaseUrl, ring, log, http, showOwner: say.ownerMade })
    const lost = new Promise<'database lost'>((resolve) => {
      void postgres?.exited.then(() => resolve('database lost'))
    })
    const stop = async () => {
      await app.stop()
      await postgres?.stop()
    }
    return { app, lost, stop }
  } catch (error) {
    await postgres?.stop()
    throw error
  }
}
