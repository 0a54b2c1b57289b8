import { expect, test } from 'vitest'
import { signedIn } from '../../../../test/calls.ts'
import { testApp } from '../../../../test/harness.ts'
import { tokenHash, tokenKey } from '../../../platform/secrets.ts'
import { openRegistry } from './registry.ts'

const app = await testApp()

/** Every Buffer, and every other view of memory, that a value holds on to. */
function buffersIn(value: unknown): ArrayBufferView[] {
  if (ArrayBuffer.isView(value)) return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(buffersIn) : []
}

test('a Buffer of a row is a slice of a larger one', async () => {
  const { session_token: token } = await signedIn(app, 'sliced')
  const sql = 'select token_hash from sessions_session where token_hash = $1'
  const { rows } = await app.services.db.pool.query(sql, [tokenHash(token)])
  expect(buffersIn(rows).map((hash) => hash.buffer.byteLength > hash.byteLength)).toEqual([true])
})

test('what is remembered of a session holds no Buffer, and is found by the hash of its token', async () => {
  const registry = openRegistry(app.services.db, app.services.signals, app.clock)
  const { session_token: token } = await signedIn(app, 'remembered')
  const read = await registry.byToken(tokenKey(token))
  // Without a promise: it is remembered.
  const cached = registry.byToken(tokenKey(token))
  expect(cached).toBe(read)
  expect(cached).toMatchObject({ username: 'remembered', session: { id: read?.session.id } })
  expect(registry.byId(read?.session.id ?? '')).toBe(cached)
  expect(buffersIn(cached)).toEqual([])
})
