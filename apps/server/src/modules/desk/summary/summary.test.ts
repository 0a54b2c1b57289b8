import { expect, test } from 'vitest'
import { call, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { testAppForThis } from '../../../../test/harness.ts'
import { bodyOf } from './model.ts'
import { tellSummary } from './tell-summary.ts'

const facts = { orders: 0, income: '0.00', refunds: 0, refunded: '0.00', accounts: 0, ending: 0, alerts: 0 }

async function open(env: Record<string, string> = {}) {
  const app = await testAppForThis({ env: { LESSOR_SERVER_NOTIFY_EMAIL: 'boss@example.com', ...env } })
  const told = async () => {
    // The staff session of before has ended where the clock moved.
    const cookie = await ownerCookie(app)
    const { data } = await call(app, 'GET /api/admin/mails?template=notice', { cookie })
    return data.items.length
  }
  const tell = () => tellSummary(app.command({ kind: 'system', name: 'test' }))
  const moveTo = (local: string) =>
    app.clock.advance(Date.parse(`${local}:00+08:00`) - app.clock.now().getTime())
  return { app, told, tell, moveTo }
}

test('what happened yesterday is sent once, from nine o’clock of the operator’s zone on', async () => {
  const { app, told, tell, moveTo } = await open()
  await signedIn(app, 'customer')
  await tell()
  expect(await told()).toBe(0)
  moveTo('2026-07-02T08:59')
  await tell()
  expect(await told()).toBe(0)
  moveTo('2026-07-02T09:00')
  await Promise.all([tell(), tell(), tell()])
  await tell()
  expect(await told()).toBe(1)
})

test('a day on which nothing happened is left out, and off means never', async () => {
  const quiet = await open()
  quiet.moveTo('2026-07-03T12:00')
  await quiet.tell()
  expect(await quiet.told()).toBe(0)
  const off = await open({ LESSOR_SERVER_SUMMARY_AT: 'off' })
  await signedIn(off.app, 'customer')
  off.moveTo('2026-07-02T12:00')
  await off.tell()
  expect(await off.told()).toBe(0)
})

test('a summary says what was paid and what ends', () => {
  const body = bodyOf({ ...facts, orders: 2, income: '60.00', ending: 3 })
  expect(body.en).toContain('Orders paid: 2, 60.00 in all.')
  expect(body.zh).toContain('今明两天到期 3 个')
})
