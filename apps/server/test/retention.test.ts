import { DAY_MS, newId } from '@lessor/kit'
import { expect, test } from 'vitest'
import { jobsOf } from '../src/brought.ts'
import { signedIn } from './calls.ts'
import { start, testAppForThis, type TestApp } from './harness.ts'

const counted = {
  logins: 'select count(*)::int as n from sessions_login',
  registrations: 'select count(*)::int as n from accounts_registration',
  mails: 'select count(*)::int as n from notify_mail',
  'ended sessions': 'select count(*)::int as n from sessions_session where ended_at is not null',
  'living sessions': 'select count(*)::int as n from sessions_session where ended_at is null',
  'staff sessions': 'select count(*)::int as n from staff_session',
}

async function counts({ services: { db } }: TestApp) {
  const all = Object.entries(counted).map(async ([name, sql]) => {
    const { rows } = await db.query<{ n: number }>(sql, [])
    return [name, rows[0]?.n] as const
  })
  return Object.fromEntries(await Promise.all(all))
}

async function forget(app: TestApp) {
  const cmd = app.command({ kind: 'system', name: 'retention' })
  const forgetting = jobsOf({
    settings: () => cmd.services.settings,
    secretSetting: cmd.services.secretSetting,
    log: cmd.log,
    all: () => [],
  }).filter(({ name }) => name.includes('.forget'))
  expect(forgetting.length).toBeGreaterThan(4)
  for (const job of forgetting) if (job.kind === 'task') await job.run(cmd, new AbortController().signal)
}

/** Two logins of one customer (the first session is ended), a mail that was sent and one that waits, a staff session. */
async function appWithTraces(env: Record<string, string> = {}) {
  const app = await testAppForThis({ env })
  await signedIn(app, 'amy')
  await signedIn(app, 'amy', 'HW-2')
  const { db } = app.services
  for (const state of ['sent', 'waiting'])
    await db.query(
      `insert into notify_mail (id, recipient, template, language, state, next_try_at, created_at)
       values ($1, 'amy@example.org', 'test', 'zh', $2, $3, $3)`,
      [newId(), state, start],
    )
  await db.query(
    `insert into staff_session (id, staff_id, token_hash, created_at, last_seen_at, ip, user_agent)
     select $1, id, '\\x01', $2, $2, '', '' from staff_member limit 1`,
    [newId(), start],
  )
  return app
}

test('logs, sent mails and ended sessions are deleted once they are older than they are kept', async () => {
  const app = await appWithTraces({ LESSOR_RETENTION_REGISTRATIONS_DAYS: '10' })
  const before = await counts(app)
  expect(Object.values(before).every((n) => (n ?? 0) > 0)).toBe(true)
  app.clock.set(new Date(start.getTime() + 11 * DAY_MS))
  await forget(app)
  expect(await counts(app)).toEqual({ ...before, registrations: 0 })
  app.clock.set(new Date(start.getTime() + 181 * DAY_MS))
  await forget(app)
  expect(await counts(app)).toEqual({
    logins: 0,
    registrations: 0,
    mails: 1, // waits for a mail server
    'ended sessions': 0,
    'living sessions': before['living sessions'],
    'staff sessions': 0,
  })
})

test('0 days keep everything for ever', async () => {
  const zero = ['LOGINS', 'REGISTRATIONS', 'MAILS', 'SESSIONS'].map((name) => [
    `LESSOR_RETENTION_${name}_DAYS`,
    '0',
  ])
  const app = await appWithTraces(Object.fromEntries(zero) as Record<string, string>)
  const before = await counts(app)
  app.clock.set(new Date(start.getTime() + 3_650 * DAY_MS))
  await forget(app)
  expect(await counts(app)).toEqual(before)
})
