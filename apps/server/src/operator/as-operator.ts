import { newId } from '@lessor/kit'
import { resolve } from 'node:path'
import { openServices } from '../services.ts'
import { ringOf } from '../installation.ts'
import { systemCommand, type Command, type Services } from '../platform/command.ts'
import { version } from '../version.ts'
import { databaseStatus } from './database.ts'
import { migrationsMissing, notSetUp } from './errors.ts'
import type { Place } from './find-database.ts'
import { onDatabase, type Base, type OperatorOptions } from './on-database.ts'

/** What calls use cases at the installation itself, with no server between. */
export interface Operator {
  readonly services: Services
  readonly place: Place
  /** Whether no server, and no other command, runs on the data folder, nor can start to. */
  readonly isAlone: boolean
  /** A command of now. */
  command(): Command
}

/**
 * Works as the operator of the installation that the environment describes, whether a server runs on it or not. What is
 * announced reaches every server before it is answered. Throws as `onDatabase` does, or `migrations_missing`.
 */
export function asOperator<T>(
  options: OperatorOptions,
  work: (operator: Operator) => Promise<T>,
): Promise<T> {
  return onDatabase(options, async (base) => {
    const { migrations } = await databaseStatus(base)
    const count = migrations.filter(({ applied }) => !applied).length
    if (count > 0) throw migrationsMissing({ params: { count } })
    return withServices(base, options, work)
  })
}

/** Wires the use cases on a database that has its tables, works, and lets go. */
export async function withServices<T>(
  { config, log, database }: Base,
  { name, language }: OperatorOptions,
  work: (operator: Operator) => Promise<T>,
  onMakingKeys = (): void => {
    throw notSetUp({ params: { dir: resolve(config.dataDir) } })
  },
): Promise<T> {
  const ring = await ringOf(config, database.url, onMakingKeys)
  const { services, queue, close } = await openServices({ config, databaseUrl: database.url, ring, log })
  const userAgent = `lessor-cli/${version}`
  const command = () => ({ ...systemCommand(services, log, name, newId()), userAgent, language })
  try {
    await services.signals.start()
    return await work({ services, command, place: database.place, isAlone: database.isOurs })
  } finally {
    await queue.stop()
    await services.signals.stop()
    await close()
  }
}
