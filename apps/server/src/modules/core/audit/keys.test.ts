import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { secretsFrom } from '../../../platform/secrets.ts'
import { openKey } from './keys.ts'
import { auditSealed } from './queries.ts'

test('an opened key is kept in memory of its own', () => {
  const secrets = secretsFrom([{ id: 1, key: randomBytes(32) }])
  const key = randomBytes(32)
  const text = JSON.stringify({ key: key.toString('base64'), root: 1, plainUntil: 0, plainEnds: 0 })
  const opened = openKey(secrets, {
    id: 1,
    sealed: secrets.seal(auditSealed.purpose, Buffer.from(text), '1'),
  })
  expect(opened.key).toEqual(key)
  expect(opened.key.buffer.byteLength).toBe(32)
})
