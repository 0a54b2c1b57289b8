import { expect, test } from 'vitest'
import { problemsOf, type Facts } from './model.ts'

const now = new Date('2026-07-01T04:00:00Z')
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
const instance = { version: '1.0.0', startedAt: ago(86_400), silentS: 0.5 }
const job = { name: 'a.task', everyS: 60, waiting: 0, failed: 0, lastDoneAt: ago(30) }
const well: Facts = {
  now,
  instances: [instance],
  connections: { used: 10, max: 100 },
  jobs: [job, { ...job, name: 'a.listener', everyS: null, lastDoneAt: null }],
  mails: { waiting: 0, failing: 0, hasServer: false },
  unknownProxies: [],
  clock: undefined,
}

test('without problems the list is empty', () => expect(problemsOf(well)).toEqual([]))

test.for([
  ['instance_silent', { instances: [instance, { ...instance, silentS: 6 }] }, 1, []],
  ['versions_differ', { instances: [instance, { ...instance, version: '1.0.1' }] }, 2, ['1.0.0', '1.0.1']],
  ['connections_short', { connections: { used: 80, max: 100 } }, 80, []],
  ['task_late', { jobs: [{ ...job, lastDoneAt: ago(241) }] }, 1, ['a.task']],
  ['task_late', { jobs: [{ ...job, lastDoneAt: null }] }, 1, ['a.task']],
  ['jobs_failed', { jobs: [{ ...job, failed: 3 }] }, 3, ['a.task']],
  ['jobs_waiting', { jobs: [{ ...job, waiting: 1_000 }] }, 1, ['a.task']],
  ['mail_no_server', { mails: { waiting: 2, failing: 0, hasServer: false } }, 2, []],
  ['mails_failing', { mails: { waiting: 2, failing: 1, hasServer: true } }, 1, []],
  ['clocks_differ', { clock: 'clocks_differ' }, 1, []],
  ['clock_jumped', { clock: 'clock_jumped' }, 1, []],
  ['proxy_not_trusted', { unknownProxies: ['172.17.0.1'] }, 1, ['172.17.0.1']],
] as const)('%s is reported, with its count and names', ([code, facts, count, names]) => {
  expect(problemsOf({ ...well, ...facts })).toEqual([{ code, count, names: [...names] }])
})

test('a task is not late before it could have run: slots missed, and a restart', () => {
  expect(problemsOf({ ...well, jobs: [{ ...job, lastDoneAt: ago(239) }] })).toEqual([])
  const restarted = { ...well, instances: [{ ...instance, startedAt: ago(100) }] }
  expect(problemsOf({ ...restarted, jobs: [{ ...job, lastDoneAt: ago(86_400) }] })).toEqual([])
})
