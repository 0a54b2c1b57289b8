import { newId } from '@lessor/kit'
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { expect, inject, onTestFinished } from 'vitest'
import { serverRole } from '../../src/platform/postgres/socket-dir.ts'
import { withDatabase } from '../global-setup.ts'

/** A database with nothing in it, and what several servers need to share it. */
export async function emptyDatabase() {
  const name = `f_${newId().replaceAll('-', '')}`
  const admin = await clientOf(inject('postgresUrl'))
  await admin.query(`create database ${name} owner ${serverRole}`)
  const url = withDatabase(inject('postgresUrl'), name)
  const JWT_SECRET = randomBytes(32).toString('base64')
  return { url, env: { DATABASE_URL: url, JWT_SECRET, LESSOR_DB_MAX_CONNECTIONS: '8' } }
}

/** A connection of the test's own, closed with it. */
export async function clientOf(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined) // its server may be killed
  await client.connect()
  onTestFinished(() => client.end())
  return client
}

/** Asks until the rows are as they should be. */
export async function expectSoon(
  client: pg.Client,
  sql: string,
  rows: readonly object[],
  timeout: number,
): Promise<void> {
  await expect.poll(async () => (await client.query(sql)).rows, { timeout, interval: 100 }).toEqual(rows)
}
