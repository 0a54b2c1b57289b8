import { join } from 'node:path'
import { openSettings } from './modules/core/settings/index.ts'
import { jobsOf } from './brought.ts'
import { limitOverrides, type Config } from './config.ts'
import { systemClock, type Clock } from './platform/clock.ts'
import type { Services } from './platform/command.ts'
import { openDatabase, type Database } from './platform/db.ts'
import { housekeeping } from './platform/housekeeping.ts'
import { openJobs } from './platform/job-queue.ts'
import type { Job, Jobs } from './platform/jobs.ts'
import { datedTokenKeys, demandSameKeys } from './platform/key-ring.ts'
import { openGuesses } from './platform/guesses/index.ts'
import { limitsInProcess } from './platform/limits.ts'
import type { Logger } from './platform/log.ts'
import { reasonOf } from './platform/log-errors.ts'
import { openPasswords } from './platform/passwords.ts'
import { openBreakers } from './platform/plugin-host/functions/index.ts'
import { openPluginHost } from './platform/plugin-host/host.ts'
import { secretsFrom, type RootKey, type Secrets } from './platform/secrets.ts'
import { openSignals } from './platform/signals/index.ts'
import { openSteadiness } from './platform/steadiness.ts'
import { version } from './version.ts'

export interface ServicesOptions {
  readonly config: Config
  readonly databaseUrl: string
  readonly ring: readonly RootKey[]
  readonly log: Logger
  readonly clock?: Clock
  /** The folder of the plugins that Lessor ships; for tests, which would load them all. */
  readonly shippedPlugins?: string | undefined
}

const shippedPlugins = join(import.meta.dirname, '../../../plugins')

export interface Opened {
  readonly services: Services
  readonly queue: Jobs
  /** Lets go of what was opened; signals and queue were stopped before. */
  close(): Promise<void>
}

/**
 * Wires what every use case stands on, for a server and for the command line alike. Nothing runs yet: to
 * hear other processes, start the signals; to work, start the queue.
 */
export async function openServices(options: ServicesOptions): Promise<Opened> {
  const { config, databaseUrl: url, log } = options
  // The error carries its whole connection: only what it says belongs in the log.
  const onError = (error: Error) => log.warn({ reason: reasonOf(error) }, 'a database connection broke')
  const db = openDatabase({ ...config.db, url, onError })
  try {
    return await servicesOn(db, options)
  } catch (error) {
    await db.close()
    throw error
  }
}

async function servicesOn(db: Database, options: ServicesOptions): Promise<Opened> {
  const { config, databaseUrl: url, ring, log, clock = systemClock } = options
  const secrets = await openSecrets(db, ring, config, clock.now())
  const steadiness = openSteadiness(log)
  const signals = openSignals({ db, url, version, log, steadiness })
  const settings = openSettings({ config, db, secrets, signals, log })
  await settings.load()
  const limiting = { enabled: config.rate_limit.enabled, overrides: limitOverrides(config) }
  const jobs: readonly Job[] = [
    ...housekeeping,
    ...jobsOf({ settings: () => settings.now, secretSetting: settings.secret, log, all: () => jobs }),
  ]
  const queue = openJobs({ url, log, jobs })
  const services: Services = {
    db,
    clock,
    secrets,
    signals,
    steadiness,
    events: queue.events,
    passwords: openPasswords(config.verification.bcrypt_cost, config.hashingThreads),
    limits: limitsInProcess(limiting),
    guesses: openGuesses({ db, secrets, ...limiting }),
    get settings() {
      return settings.now
    },
    secretSetting: settings.secret,
    pluginHost: openPluginHost({ log }),
    breakers: openBreakers(),
    pluginFolders: {
      shipped: options.shippedPlugins ?? shippedPlugins,
      folder: config.plugins.plugins_dir || join(config.dataDir, 'plugins'),
    },
    pinned: config.given,
  }
  const close = async () => {
    await services.pluginHost.stop()
    await db.close()
  }
  return { services, queue, close }
}

/** Throws for keys that are not those of the database. */
async function openSecrets(
  db: Database,
  ring: readonly RootKey[],
  config: Config,
  now: Date,
): Promise<Secrets> {
  const retired = await demandSameKeys(db, ring)
  const secrets = secretsFrom(ring, {
    jwtSecret: config.jwt.secret || undefined,
    previousJwtSecret: config.jwt.previous_secret || undefined,
    signingKey: config.secrets.signing_key || undefined,
    retired,
  })
  return { ...secrets, tokenKeys: await datedTokenKeys(db, secrets.tokenKeys, now) }
}
