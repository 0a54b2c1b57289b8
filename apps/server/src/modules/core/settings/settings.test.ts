import { describe, expect, onTestFinished, test } from 'vitest'
import { call, customer, ownerCookie, signedIn } from '../../../../test/calls.ts'
import { staffActor, testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { openMailbox } from '../notify/testing.ts'
import { transaction } from '../../../platform/run-transaction.ts'
import { changeSettings } from './change-settings.ts'
import { settingsTopic } from './events.ts'
import { saveSetting } from './queries.ts'

const patience = { timeout: 15_000 }
const read = (app: TestApp, cookie: string) => call(app, 'GET /api/admin/settings', { cookie })
const change = (app: TestApp, cookie: string, body: object) =>
  call(app, 'PATCH /api/admin/settings', { cookie, body })

describe('a change', () => {
  test('holds at once, also after a restart, and is in the audit log', async () => {
    const app = await testAppForThis()
    const cookie = await ownerCookie(app)
    const body = {
      brand: { name_zh: ' 小店 ', contact: '微信 xiaodian' },
      verification: { heartbeat_interval_secs: 77 },
    }
    const { data } = await change(app, cookie, body)
    expect(data.brand).toEqual({ name_zh: '小店', name_en: 'Lessor', contact: '微信 xiaodian' })
    expect((await read(app, cookie)).data).toEqual(data)
    const device = await signedIn(app, 'wang')
    expect(device.heartbeat_interval).toBe(77)
    const { otpauth_uri: uri } = (await call(app, 'POST /api/admin/me/totp', { cookie })).data
    expect(new URL(uri).searchParams.get('issuer')).toBe('小店')
    const audit = await call(app, 'GET /api/admin/logs/audit?action=settings.', { cookie })
    expect(audit.data.items).toMatchObject([
      {
        action: 'settings.changed',
        before: { 'brand.name_zh': 'Lessor', 'verification.heartbeat_interval_secs': 600 },
        after: { 'brand.name_zh': '小店', 'verification.heartbeat_interval_secs': 77 },
      },
    ])
    await app.stop()
    const later = await testAppForThis({ beside: app })
    expect(later.services.settings.brand.name_zh).toBe('小店')
  })

  test('by a newer program to a key that staff can’t set here is left alone, announced or stored', async () => {
    const app = await testAppForThis()
    const { db, signals } = app.services
    const later = { 'server.max_waiting': 1, 'later.key': 'x', 'brand.name_en': 'Shop' }
    await transaction(db, async (tx) => {
      for (const [key, value] of Object.entries(later))
        await saveSetting.run(tx, { key, value: JSON.stringify(value), now: app.clock.now() })
      await signals.announce(tx, settingsTopic, JSON.stringify(later))
    })
    const beside = await testAppForThis({ beside: app })
    for (const { services } of [app, beside]) {
      expect(services.settings.brand.name_en).toBe('Shop')
      expect(services.settings.server.max_waiting).toBe(1_000)
      expect(services.settings).not.toHaveProperty('later')
    }
  })

  test('to null gives the default back', async () => {
    const app = await testAppForThis()
    const cookie = await ownerCookie(app)
    await change(app, cookie, { verification: { tolerance_secs: 0 } })
    expect(app.services.settings.verification.tolerance_secs).toBe(0)
    await change(app, cookie, { verification: { tolerance_secs: null } })
    expect(app.services.settings.verification.tolerance_secs).toBe(120)
  })

  test('that is wrong is refused with every problem, and nothing of it holds', async () => {
    const app = await testAppForThis()
    const cookie = await ownerCookie(app)
    const body = {
      brand: { name_zh: '', name_en: 'Shop' },
      verification: { heartbeat_interval_secs: 0, tolerance_secs: 1.5 },
      mail: { smtp_url: 'smtp://x/?sendmail=true&path=/bin/sh', from: 'nobody' },
      jwt: { secret: 'x' },
    }
    const answer = await change(app, cookie, body)
    expect(answer.status).toBe(400)
    expect(answer.errors?.map(({ path }) => path).toSorted()).toEqual([
      'brand.name_zh', 'jwt', 'mail.from', 'mail.smtp_url',
      'verification.heartbeat_interval_secs', 'verification.tolerance_secs',
    ]) // prettier-ignore
    expect(app.services.settings.brand.name_en).toBe('Lessor')
  })

  test('is for those who manage settings, whatever the way', async () => {
    const app = await testAppForThis()
    const cmd = app.command(staffActor('admin'))
    await expect(changeSettings(cmd, { 'brand.name_en': 'Shop' })).rejects.toThrow('role')
  })
})

describe('of two processes', () => {
  test('once a change is answered, every process uses it', async () => {
    const app = await testAppForThis()
    const beside = await testAppForThis({ beside: app })
    const cookie = await ownerCookie(app)
    for (let seconds = 1; seconds <= 20; seconds++) {
      await change(app, cookie, { verification: { tolerance_secs: seconds } })
      expect(beside.services.settings.verification.tolerance_secs).toBe(seconds)
    }
  })

  test('of changes of one key at once, both end with the same one', async () => {
    const app = await testAppForThis()
    const beside = await testAppForThis({ beside: app })
    const cookie = await ownerCookie(app)
    const by = [app, beside]
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        change(by[i % 2] ?? app, cookie, { brand: { name_en: `Shop ${i}` } }),
      ),
    )
    const stored = await app.services.db.query<{ value: string }>('select value from settings_setting', [])
    const names = () => by.map(({ services }) => services.settings.brand.name_en)
    await expect.poll(names, patience).toEqual([stored.rows[0]?.value, stored.rows[0]?.value])
  })

  test('one that was cut off has the change when it is back', async () => {
    const app = await testAppForThis()
    const sql = `insert into settings_setting (key, value, changed_at) values ('brand.name_en', '"Unheard"', now())`
    await app.services.db.query(sql, [])
    expect(app.services.settings.brand.name_en).toBe('Lessor')
    const cut = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name = 'lessor signals'`
    await app.services.db.query(cut, [])
    await expect.poll(() => app.services.settings.brand.name_en, patience).toBe('Unheard')
  })
})

describe('what the configuration says', () => {
  test('can’t be changed, and wins over what was changed before', async () => {
    const first = await testAppForThis()
    await change(first, await ownerCookie(first), {
      mail: { from: 'old@example.com' },
      brand: { name_en: 'Old' },
    })
    await first.stop()
    const env = { LESSOR_MAIL_FROM: 'fixed@example.com', LESSOR_VERIFICATION_TOLERANCE_SECS: '9' }
    const app = await testAppForThis({ beside: first, env })
    const cookie = await ownerCookie(app)
    const { data } = await read(app, cookie)
    expect(data).toMatchObject({
      brand: { name_en: 'Old' },
      mail: { from: 'fixed@example.com' },
      fixed: ['verification.tolerance_secs', 'mail.from'],
    })
    const body = {
      mail: { from: 'new@example.com' },
      verification: { tolerance_secs: 1 },
      brand: { name_en: 'New' },
    }
    const answer = await change(app, cookie, body)
    expect(answer).toMatchObject({ status: 400, code: 'validation_failed' })
    expect(answer.errors?.map(({ path }) => path)).toEqual(['verification.tolerance_secs', 'mail.from'])
    expect(answer.errors?.[0]?.message).toContain('config.toml')
    expect((await read(app, cookie)).data).toEqual(data)
  })
})

describe('the mail server', () => {
  test('that is entered sends what waited, under the name that was entered', async () => {
    const mailbox = await openMailbox()
    onTestFinished(() => mailbox.close())
    const app = await testAppForThis()
    const cookie = await ownerCookie(app)
    const to = 'wang@example.org'
    await call(app, 'POST /api/auth/register', {
      headers: { 'accept-language': 'zh' },
      body: { username: 'wang', password: customer.password, email: to },
    })
    const brand = { name_zh: '小店', contact: 'QQ 10001' }
    await change(app, cookie, { brand, mail: { smtp_url: mailbox.url, from: '小店 <shop@example.com>' } })
    const [received] = await mailbox.to(to)
    expect(received?.mail.subject).toBe('小店 邮箱验证码')
    expect(received?.mail.from).toEqual({ name: '小店', address: 'shop@example.com' })
    expect(received?.mail.text).toContain('— 小店 · QQ 10001')
  })

  test('keeps its password: no answer, no log, no table and no signal tells it', async () => {
    const app = await testAppForThis()
    const beside = await testAppForThis({ beside: app })
    const cookie = await ownerCookie(app)
    const secret = 'hunter2hunter2'
    const smtp_url = `smtps://me:${secret}@mail.invalid:465`
    const signals = await heardBy(app)
    const answer = await change(app, cookie, { mail: { smtp_url } })
    await change(app, cookie, { mail: { smtp_url } })
    expect(answer.data.mail.smtp_server).toBe('smtps://me@mail.invalid:465')
    expect(beside.services.secretSetting('mail.smtp_url')).toBe(smtp_url)
    const everything = `select t::text from settings_setting t union all select t::text from audit_entry t
      union all select t::text from platform_event t`
    const { rows } = await app.services.db.query<{ t: string }>(everything, [])
    expect(rows.filter(({ t }) => t.includes('mail.smtp_url')).length).toBeGreaterThan(2)
    const shown = [JSON.stringify(answer), JSON.stringify((await read(app, cookie)).data), ...signals]
    const all = [...rows.map(({ t }) => t), ...shown, ...app.logged, ...beside.logged]
    expect(signals.some((text) => text.includes('mail.smtp_url'))).toBe(true)
    expect(all.filter((text) => text.includes(secret))).toEqual([])
  })
})

/** What is said on the channel over which processes talk, from now on. */
async function heardBy(app: TestApp): Promise<string[]> {
  const client = await app.services.db.pool.connect()
  const heard: string[] = []
  client.on('notification', ({ payload }) => heard.push(payload ?? ''))
  await client.query('listen lessor')
  onTestFinished(() => client.release(true))
  return heard
}
