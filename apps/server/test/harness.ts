import { newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { startApp, type App } from '../src/app.ts'
import { readConfig, type Config } from '../src/config.ts'
import { controlledClock, type ControlledClock } from '../src/platform/clock.ts'
import { systemCommand, type Actor, type Command } from '../src/platform/command.ts'
import { bindHttp } from '../src/platform/http/bind.ts'
import { openLog } from '../src/platform/log.ts'
import type { RootKey } from '../src/platform/secrets.ts'
import { serverRole } from '../src/platform/postgres/socket-dir.ts'
import { permissionsOf, type Role } from '../src/modules/people/staff/index.ts'
import { withDatabase } from './global-setup.ts'

/** Noon in Shanghai on a Wednesday: where every test's clock starts. */
export const start = new Date('2026-07-01T04:00:00.000Z')

export interface TestApp extends App {
  /** `http://localhost:<port>` */
  readonly url: string
  readonly clock: ControlledClock
  readonly ownerPassword: string
  readonly databaseUrl: string
  /** Every line that the server logged. */
  readonly logged: string[]
  command<A extends Actor>(actor: A): Command<A>
}

export interface TestOptions {
  /** The folder of shipped plugins; absent: there are none. */
  readonly shippedPlugins?: string
  /** Environment variables, as an operator would set them. */
  readonly env?: Readonly<Record<string, string>>
  /** A second instance on the same database. */
  readonly beside?: TestApp
  /** The installation's keys, newest first, instead of those that all tests share. */
  readonly ring?: readonly RootKey[]
}

/** The root key of every test's server that isn't given others. */
export const testKey = { id: 1, key: randomBytes(32) }
/** A folder that isn't there. */
const noPlugins = join(tmpdir(), 'lessor-no-plugins')
const ownerPassword = 'correct horse battery'

/** The real server on a database of its own, with a controlled clock; stopped when the test (or file) ends. */
export async function testApp(options: TestOptions = {}): Promise<TestApp> {
  const { env = {}, beside, ring = [testKey], shippedPlugins = noPlugins } = options
  const databaseUrl = beside?.databaseUrl ?? (await freshDatabase())
  const logged: string[] = []
  const log = await openLog({
    level: 'trace',
    format: 'json',
    destination: { write: (line) => void logged.push(line) },
  })
  const clock = beside?.clock ?? controlledClock(start)
  const config = testConfig(env)
  const http = await bindHttp(config.server.http_port, config.server.host)
  const showOwner = () => undefined
  const app = await startApp({ config, databaseUrl, ring, log, clock, http, showOwner, shippedPlugins })
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= app.stop())
  return {
    ...app,
    stop,
    url: `http://localhost:${app.port}`,
    clock,
    ownerPassword,
    databaseUrl,
    logged,
    command: <A extends Actor>(actor: A) =>
      ({ ...systemCommand(app.services, log, 'test', newId()), actor }) as Command<A>,
  }
}

function testConfig(env: Readonly<Record<string, string>>): Config {
  return readConfig({
    SERVER_PORT: '0',
    LESSOR_SERVER_HOST: '127.0.0.1',
    LESSOR_VERIFICATION_BCRYPT_COST: '4',
    LESSOR_BOOTSTRAP_ADMIN_PASSWORD: ownerPassword,
    // Every test calls from one address; the limits have tests of their own.
    LESSOR_RATE_LIMIT_ENABLED: 'false',
    LESSOR_DB_MAX_CONNECTIONS: '10',
    LESSOR_PLUGINS_PLUGINS_DIR: noPlugins,
    ...env,
  })
}

/** An empty database with the current schema. */
export const freshDatabase = () => createDatabase('lessor_template')

/** A database that no release has been at. */
export const emptyDatabase = () => createDatabase('template1')

async function createDatabase(template: string): Promise<string> {
  const name = `t_${newId().replaceAll('-', '')}`
  await asAdmin(`create database ${name} template ${template} owner ${serverRole}`)
  return withDatabase(inject('postgresUrl'), name)
}

async function asAdmin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  // Cloning needs the template to itself for a moment: files take turns.
  await client.query('select pg_advisory_lock(1)')
  await client.query(sql)
  await client.end()
}

/** A server for one test. */
export async function testAppForThis(options?: TestOptions): Promise<TestApp> {
  const app = await testApp(options)
  onTestFinished(() => app.stop())
  return app
}

/** Staff with a role, for calling use cases without a transport. */
export const staffActor = (role: Role, id = newId()): Extract<Actor, { kind: 'staff' }> => ({
  kind: 'staff',
  id,
  name: `test ${role}`,
  permissions: permissionsOf(role),
})
