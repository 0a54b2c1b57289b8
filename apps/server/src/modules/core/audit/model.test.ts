import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entryText, secretIn, type Entry } from './model.ts'

const entry: Entry = {
  seq: 1,
  at: new Date('2026-07-01T04:00:00.000Z'),
  actorKind: 'staff',
  actorId: 'a',
  actorName: 'amy',
  action: 'codes.batch_issued',
  subjectKind: 'code_batch',
  subjectId: 'b',
  before: null,
  after: { level: 1, expires_at: new Date('2026-08-01T04:00:00.000Z'), nested: [{ b: 1, a: 2 }] },
  ip: '127.0.0.1',
  userAgent: 'test',
  requestId: 'r',
}

test('an entry has the same text whatever the order of its keys, and after a way through JSON', () => {
  const after = {
    nested: [{ a: 2, b: 1 }],
    expires_at: '2026-08-01T04:00:00.000Z',
    level: 1,
    absent: undefined,
  }
  expect(entryText({ ...entry, after })).toBe(entryText(entry))
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const read: unknown = JSON.parse(JSON.stringify(value))
      expect(entryText({ ...entry, after: read })).toBe(entryText({ ...entry, after: value }))
    }),
  )
})

test('no column of an entry can change without changing its text', () => {
  const texts = (Object.keys(entry) as (keyof Entry)[]).map((column) =>
    entryText({ ...entry, [column]: 'other' }),
  )
  expect(new Set([...texts, entryText(entry)]).size).toBe(texts.length + 1)
})

test.for([
  [{ password: 'x' }, 'password'],
  [{ after: { user: { passwordHash: 'x' } } }, 'after.user.passwordHash'],
  [{ items: [{ ok: 1 }, { card_code: 'x' }] }, 'items.1.card_code'],
  [{ TOKEN: 'x' }, 'TOKEN'],
  [{ password_was_reset: true, totp_enabled: false, level: 1 }, undefined],
] as const)('a secret in %j is found at %s', ([value, at]) => {
  expect(secretIn(value)).toBe(at)
})
