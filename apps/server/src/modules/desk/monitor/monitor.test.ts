import { newId } from '@lessor/kit'
import { expect, test } from 'vitest'
import { call, ownerCookie, type Loose } from '../../../../test/calls.ts'
import { staffActor, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { queueMail } from '../../core/notify/index.ts'
import { testMail } from '../../core/notify/testing.ts'
import { retryJob } from './retry-job.ts'
import { transaction } from '../../../platform/run-transaction.ts'

// pg-boss counts every ten seconds.
const patience = { timeout: 30_000, interval: 200 }
const health = async (app: TestApp, cookie: string): Promise<Loose> =>
  (await call(app, 'GET /api/admin/health', { cookie })).data

test('health names every process, job and figure, and finds nothing wrong with a server that is well', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const beside = await testAppForThis({ beside: app })
  const now = await health(app, cookie)
  expect(now.problems).toEqual([])
  expect(now.instances).toMatchObject([
    { id: app.services.signals.instanceId, here: true, pid: process.pid },
    { id: beside.services.signals.instanceId, here: false, pid: process.pid },
  ])
  expect(now.database.version).toMatch(/^\d+/)
  expect(now.database.size_bytes).toBeGreaterThan(1_000_000)
  expect(now.database.connections_used).toBeGreaterThan(2)
  expect(now.process.memory_bytes).toBeGreaterThan(1_000_000)
  const sweep = now.jobs.find(({ name }: { name: string }) => name === 'sessions.sweep')
  expect(sweep).toMatchObject({ kind: 'task', every_secs: 300, failed: 0 })
  await expect
    .poll(async () => {
      const { jobs } = await health(app, cookie)
      return jobs.filter((job: Loose) => job.kind === 'task' && job.last_done_at === null)
    }, patience)
    .toEqual([])
})

test('mails that wait for an unconfigured server are reported', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const mail = { to: 'a@example.org', template: testMail, language: 'en', fields: { sender: 'x' } } as const
  await transaction(app.services.db, (tx) =>
    queueMail(tx, app.command({ kind: 'system', name: 'test' }), mail),
  )
  const now = await health(app, cookie)
  expect(now.mails).toMatchObject({ waiting: 1, failing: 0, has_server: false })
  expect(now.problems).toEqual([{ code: 'mail_no_server', count: 1, names: [] }])
})

test('a failed job is listed with its error, can be run again once, and the log names the operator', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  // A run that was given up, as pg-boss leaves it.
  const { rows } = await app.services.db.query<{ id: string }>(
    `insert into pgboss.job (name, state, completed_on, output, retry_count, retry_limit, policy)
     values ('leases.expire', 'failed', now(), '{"message":"it broke","stack":"secret place"}', 1, 1, 'standard')
     returning id`,
    [],
  )
  const id = rows[0]?.id ?? expect.unreachable('no job')
  await expect
    .poll(async () => (await health(app, cookie)).failed, patience)
    .toMatchObject([{ id, name: 'leases.expire', error: 'it broke', tries: 2 }])
  const report = await health(app, cookie)
  expect(report.problems).toEqual([{ code: 'jobs_failed', count: 1, names: ['leases.expire'] }])
  expect(JSON.stringify(report)).not.toContain('secret place')
  const retry = () => call(app, `POST /api/admin/jobs/leases.expire/${id}/retry`, { cookie })
  const answers = await Promise.all([retry(), retry(), retry()])
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404, 404])
  expect((await health(app, cookie)).problems).toEqual([])
  const state = () =>
    app.services.db.query<{ state: string }>('select state from pgboss.job where id = $1', [id])
  await expect.poll(async () => (await state()).rows, patience).toEqual([{ state: 'completed' }])
  const audit = await call(app, 'GET /api/admin/logs/audit?action=monitor.', { cookie })
  expect(audit.data.items).toMatchObject([
    { action: 'monitor.job_retried', subject: { kind: 'job', id }, after: { name: 'leases.expire' } },
  ])
})

test('a job that doesn’t exist can’t be tried again, nor by who may not', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  for (const name of ['leases.expire', 'no.such', '__pgboss__send-it']) {
    const answer = await call(app, `POST /api/admin/jobs/${name}/${newId()}/retry`, { cookie })
    expect(answer.status).toBe(404)
  }
  const cmd = app.command(staffActor('auditor'))
  await expect(retryJob(cmd, { name: 'leases.expire', id: newId() })).rejects.toThrow('role')
})

test('a proxy missing from the configuration is reported by health and, once, in the log', async () => {
  const forwarded = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const visit = async (times: number) => {
    for (let i = 0; i < times; i++) await call(app, 'GET /api/software', { headers: forwarded })
  }
  await visit(9)
  expect((await health(app, cookie)).problems).toEqual([])
  await visit(11)
  expect((await health(app, cookie)).problems).toEqual([
    { code: 'proxy_not_trusted', count: 1, names: ['127.0.0.1'] },
  ])
  expect(app.logged.filter((line) => line.includes('server.trusted_proxies'))).toHaveLength(1)

  const trusting = await testAppForThis({ env: { LESSOR_SERVER_TRUSTED_PROXIES: '127.0.0.1' } })
  const there = await ownerCookie(trusting)
  for (let i = 0; i < 20; i++) await call(trusting, 'GET /api/software', { headers: forwarded })
  expect((await health(trusting, there)).problems).toEqual([])
})
