import type { Language } from '@lessor/kit'
import { readConfig, type Config } from '../config.ts'
import { openLog, type Logger } from '../platform/log.ts'
import type { PostgresStep } from '../platform/postgres/embedded.ts'
import { demandSetUp, findDatabase, type Found } from './find-database.ts'

export interface OperatorOptions {
  /** The environment that the server reads its configuration from. */
  readonly env: NodeJS.ProcessEnv
  /** Who the audit log names. */
  readonly name: string
  readonly language: Language
  /** Whether the log is written, to standard error. */
  readonly verbose: boolean
}

export interface Base {
  readonly config: Config
  readonly log: Logger
  readonly database: Found
}

/**
 * Finds an installation's database, works on it and lets go of it; where there is none, `onMaking` lets one be made.
 * Throws ConfigError, EmbeddedPostgresError, or `not_set_up`.
 */
export async function onDatabase<T>(
  { env, verbose }: OperatorOptions,
  work: (base: Base) => Promise<T>,
  onMaking?: (step: PostgresStep) => void,
): Promise<T> {
  const config = readConfig(env)
  if (!onMaking) demandSetUp(config)
  const level = verbose ? 'debug' : 'silent'
  const log = await openLog({ level, format: 'json', destination: process.stderr })
  const database = await findDatabase(config, log, onMaking ?? (() => undefined))
  try {
    return await work({ config, log, database })
  } finally {
    await database.close()
  }
}
