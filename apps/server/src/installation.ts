import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { keyFile } from './platform/key-file.ts'
import { ringFromFile, ringFromSecret, ringFromText } from './platform/key-ring.ts'
import type { Logger } from './platform/log.ts'
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type PostgresStep,
} from './platform/postgres/embedded.ts'
import type { RootKey } from './platform/secrets.ts'

/** Runs the installation's own PostgreSQL in this process; makes it when there is none. Throws EmbeddedPostgresError. */
export async function startPostgres(
  config: Config,
  log: Logger,
  onProgress: (step: PostgresStep) => void,
): Promise<EmbeddedPostgres> {
  return startEmbeddedPostgres({
    dataDir: join(config.dataDir, 'postgres'),
    log: ({ level, message, ...event }) => log[level]({ postgres: event }, message),
    onProgress,
  })
}

/** The installation's keys. Beside the embedded database they are made when neither file nor database knows any. */
export async function ringOf(config: Config, databaseUrl: string, onMaking: () => void): Promise<RootKey[]> {
  if (config.secrets.keys) return ringFromText(config.secrets.keys)
  if (!config.embedded) return ringFromSecret(config.jwt.secret)
  const ring = await ringFromFile(config.dataDir, databaseUrl, onMaking)
  chmodSync(keyFile(config.dataDir), 0o600)
  return ring
}
