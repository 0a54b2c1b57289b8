import { expect, test } from 'vitest'
import { signedIn } from '../../../../test/calls.ts'
import { testAppForThis } from '../../../../test/harness.ts'
import { openLog } from '../../../platform/log.ts'
import { openActivity } from './activity.ts'

const lines: string[] = []
const log = await openLog({
  level: 'warn',
  format: 'json',
  destination: { write: (line) => lines.push(line) },
})

// What PostgreSQL refuses, whatever the routes let through.
const refused = ['{"a":"\\ud800"}', '{"a":"\\u0000"}', '{"not":json', '[1e999999999]'] as const

test('of heartbeats that are written together, only what the database refuses is dropped, with a warning', async () => {
  const app = await testAppForThis()
  await signedIn(app, 'first')
  const names = Array.from({ length: 20 }, (_, i) => `beating-${i}`)
  for (const name of names) await signedIn(app, name)
  const rowsNow = () =>
    app.services.db.query<{ id: string; at: Date; status: unknown }>(
      'select id, last_activity_at as at, status from sessions_session order by id',
      [],
    )
  const sessions = (await rowsNow()).rows
  const activity = openActivity(app.services, log)
  const at = new Date(app.clock.now().getTime() + 1_000)
  const isBad = (place: number) => place % 5 === 2
  sessions.forEach(({ id }, place) =>
    activity.note(id, {
      at,
      due: at,
      status: isBad(place) ? (refused[(place >> 2) % refused.length] ?? '') : '{"fine":true}',
    }),
  )
  lines.length = 0
  await activity.flush()
  const saved = (await rowsNow()).rows
  const bad = saved.filter((_, place) => isBad(place))
  expect(bad.filter(({ status }) => status !== null)).toEqual([])
  expect(saved.filter(({ at: saved }) => saved.getTime() === at.getTime())).toHaveLength(
    sessions.length - bad.length,
  )
  expect(lines).toHaveLength(bad.length)
  expect(lines.join()).not.toContain('d800')
  // Nothing is kept to fail again.
  lines.length = 0
  await activity.flush()
  expect(lines).toEqual([])
})

test('heartbeats wait while the database is away, and count as an interruption; none is lost', async () => {
  const app = await testAppForThis()
  await signedIn(app, 'waiting')
  const { rows } = await app.services.db.query<{ id: string }>('select id from sessions_session', [])
  const activity = openActivity(app.services, log)
  const at = new Date(app.clock.now().getTime() + 5_000)
  activity.note(rows[0]?.id ?? '', { at, due: at, status: null })
  await app.services.db.query('alter table sessions_session rename to sessions_gone', [])
  await activity.flush()
  expect(app.services.steadiness.uninterruptedMs()).toBeLessThan(1_000)
  await app.services.db.query('alter table sessions_gone rename to sessions_session', [])
  await activity.flush()
  const saved = await app.services.db.query('select last_activity_at as at from sessions_session', [])
  expect(saved.rows).toEqual([{ at }])
})

test('heartbeats count again once the clock that was ahead is right', async () => {
  const app = await testAppForThis()
  await signedIn(app, 'ahead')
  const { rows } = await app.services.db.query<{ id: string }>('select id from sessions_session', [])
  const activity = openActivity(app.services, log)
  const beat = async () => {
    const at = app.clock.now()
    activity.note(rows[0]?.id ?? '', { at, due: at, status: null })
    await activity.flush()
    const saved = await app.services.db.query<{ at: Date }>(
      'select last_activity_at as at from sessions_session',
      [],
    )
    return saved.rows[0]?.at.getTime() === at.getTime()
  }
  app.clock.advance(400 * 86_400_000)
  expect(await beat()).toBe(true)
  app.clock.advance(-400 * 86_400_000 + 60_000)
  expect(await beat()).toBe(true)
})
