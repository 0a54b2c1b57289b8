import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie, type Loose } from '../../../../test/calls.ts'
import { testAppForThis, type TestApp } from '../../../../test/harness.ts'
import { transaction } from '../../../platform/run-transaction.ts'
import { alertMetric, observe, raiseAlert, resolveAlert, type Sample } from '../alerts/index.ts'

const shipped = join(import.meta.dirname, '../../../../../../plugins')

interface Received {
  readonly body: string
  readonly headers: Record<string, string>
}

/** A receiver of webhooks with its answers in turn; the last one stays. */
async function receiver(...answers: readonly (readonly [status: number, body: string])[]) {
  const received: Received[] = []
  const left = [...answers]
  const server = createServer((request, response) => {
    let body = ''
    request
      .on('data', (part) => (body += String(part)))
      .on('end', () => {
        received.push({ body, headers: request.headers as Record<string, string> })
        const [status, text] = (left.length > 1 ? left.shift() : left[0]) ?? [200, '']
        // -1: it never answers.
        if (status > 0) response.writeHead(status).end(text)
      })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { received, url: `http://127.0.0.1:${port}/hook?token=t0ken-of-the-hook` }
}

async function open(env: Record<string, string> = {}) {
  const app = await testAppForThis({ shippedPlugins: shipped, env })
  const cookie = await ownerCookie(app)
  const at = async (path: string, body?: unknown): Promise<Loose> => {
    const { status, data, errors, message } = await call(app, path, {
      cookie,
      ...(body !== undefined && { body }),
    })
    expect({ status, errors, message: status === 200 ? '' : message }).toEqual({
      status: 200,
      errors: undefined,
      message: '',
    })
    return data
  }
  await at('POST /api/admin/plugin-files/scan')
  return { app, at }
}
type Open = Awaited<ReturnType<typeof open>>

async function webhook({ at }: Open, url: string, more: object = {}): Promise<string> {
  const config = { url, ...more }
  const { id } = await at('POST /api/admin/interfaces', {
    plugin: 'notifier-webhook',
    name: 'hook',
    config,
    enabled: true,
  })
  return id as string
}

const choose = ({ at }: Open, ...interfaces: string[]) =>
  at('POST /api/admin/notices/routes', { kind: 'alerts.raised', interfaces })

const system = (app: TestApp) => app.command({ kind: 'system', name: 'test' })
const raise = (app: TestApp, key: string) =>
  transaction(app.services.db, (tx) =>
    raiseAlert(tx, system(app), {
      key,
      severity: 'critical',
      title: { en: 'The disk is full', zh: '磁盘已满' },
      body: { en: 'Host "a" {{title}}', zh: '主机“a"{{title}}${title}\n第二行' },
      path: '/admin/health',
    }),
  )
const mails = async ({ at }: Open) => (await at('GET /api/admin/mails?template=notice')).items as Loose[]
const deliveries = async ({ at }: Open) => (await at('GET /api/admin/notices')).items as Loose[]

test('an alert is raised once while it is open, and told by the webhook that was chosen, signed', async () => {
  const own = await open({ LESSOR_SERVER_PUBLIC_URL: 'https://shop.example.com' })
  const { received, url } = await receiver([200, '{"errcode": 0}'])
  const secret = Buffer.from('a key of 24 bytes or more').toString('base64')
  await choose(own, await webhook(own, url, { secret, answer_contains: '"errcode":0' }))
  expect([await raise(own.app, 'disk:a'), await raise(own.app, 'disk:a')]).toEqual([true, false])
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  const [{ body, headers } = { body: '', headers: {} as Record<string, string> }] = received
  expect(JSON.parse(body)).toMatchObject({
    event: 'alerts.raised',
    severity: 'critical',
    title: '磁盘已满',
    text: '主机“a"{{title}}${title}\n第二行',
    link: 'https://shop.example.com/admin/health',
    attempt: 1,
  })
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  const key = Buffer.from(secret, 'base64')
  expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`)
  await expect.poll(() => deliveries(own)).toMatchObject([{ state: 'sent', interface: 'hook', attempts: 1 }])
  expect(await mails(own)).toEqual([])
})

test('9: with a template a webhook speaks as the service wants it, and what the text holds stays text', async () => {
  const own = await open()
  const { received, url } = await receiver([200, '{"ok":true}'])
  const template = '{"msgtype": "text", "text": {"content": "{{title}}\\n{{text}}"}}'
  await choose(own, await webhook(own, url, { template }))
  await raise(own.app, 'disk:a')
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  expect(JSON.parse(received[0]?.body ?? '')).toEqual({
    msgtype: 'text',
    text: { content: '磁盘已满\n主机“a"{{title}}${title}\n第二行' },
  })
})

test('what was not delivered is tried again, with the same id, and says why', async () => {
  const own = await open()
  const { received, url } = await receiver([500, 'broken'], [200, ''])
  await choose(own, await webhook(own, url))
  await raise(own.app, 'disk:a')
  await expect
    .poll(async () => (await deliveries(own))[0]?.last_error, { timeout: 20_000 })
    .toMatch(/answered 500: broken/)
  expect((await deliveries(own))[0]).toMatchObject({ state: 'waiting', attempts: 1 })
  own.app.clock.advance(11_000)
  await expect.poll(async () => (await deliveries(own))[0]?.state, { timeout: 40_000 }).toBe('sent')
  const ids = received.map(({ body }) => (JSON.parse(body) as { id: string }).id)
  expect(ids).toEqual([ids[0], ids[0]])
})

test('the plugin host killed under way loses nothing: the notice is sent again', async () => {
  const own = await open()
  const { received, url } = await receiver([-1, ''], [200, ''])
  await choose(own, await webhook(own, url))
  await raise(own.app, 'disk:a')
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  process.kill(own.app.services.pluginHost.pid ?? 0, 'SIGKILL')
  await expect
    .poll(async () => (await deliveries(own))[0]?.last_error, { timeout: 20_000 })
    .toMatch(/plugin host ended/)
  own.app.clock.advance(11_000)
  await expect.poll(async () => (await deliveries(own))[0]?.state, { timeout: 40_000 }).toBe('sent')
  const ids = received.map(({ body }) => (JSON.parse(body) as { id: string }).id)
  expect(ids).toEqual([ids[0], ids[0]])
})

test('a notifier whose secrets can not be opened counts its tries, and holds up no other', async () => {
  const own = await open()
  const { received, url } = await receiver([200, ''])
  const good = await webhook(own, url)
  const config = { url }
  const bad = await own.at('POST /api/admin/interfaces', {
    plugin: 'notifier-webhook',
    name: 'bad',
    config,
    enabled: true,
  })
  await own.app.services.db.pool.query(`update plugins_interface set sealed = 'x' where id = $1`, [bad.id])
  await choose(own, good, bad.id as string)
  await raise(own.app, 'disk:a')
  await expect.poll(() => received.length, { timeout: 20_000 }).toBe(1)
  const seen = async () => (await deliveries(own)).find((one) => one['interface'] === 'bad')
  await expect
    .poll(seen, { timeout: 20_000 })
    .toMatchObject({ attempts: 1, last_error: 'the server could not call it; its log says why' })
})

test('a service that answers 200 and means no is not believed', async () => {
  const own = await open()
  const { url } = await receiver([200, '{"errcode":93000}'])
  await choose(own, await webhook(own, url, { answer_contains: '"errcode":0' }))
  await raise(own.app, 'disk:a')
  await expect
    .poll(async () => (await deliveries(own))[0]?.last_error, { timeout: 20_000 })
    .toMatch(/errcode/)
  // The token in the address is a secret, wherever a reason may repeat it.
  expect(JSON.stringify(await deliveries(own))).not.toContain('t0ken-of-the-hook')
})

test('as long as nothing is chosen, notices go by mail, in the language of the installation', async () => {
  const own = await open({
    LESSOR_SERVER_NOTIFY_EMAIL: 'boss@example.com',
    LESSOR_SERVER_NOTIFY_LANGUAGE: 'en',
  })
  await raise(own.app, 'disk:a')
  expect(await mails(own)).toMatchObject([{ to: 'boss@example.com', template: 'notice', language: 'en' }])
  expect((await own.at('GET /api/admin/notices/routes')).fallback).toBe('boss@example.com')
})

test('a deleted interface gets nothing more, and its history stays', async () => {
  const own = await open({ LESSOR_SERVER_NOTIFY_EMAIL: 'boss@example.com' })
  const { url } = await receiver([200, ''])
  const id = await webhook(own, url)
  await choose(own, id)
  await raise(own.app, 'disk:a')
  await expect.poll(async () => (await deliveries(own))[0]?.state, { timeout: 20_000 }).toBe('sent')
  await own.at(`DELETE /api/admin/interfaces/${id}`)
  await raise(own.app, 'disk:b')
  expect(await mails(own)).toHaveLength(1)
  expect(await deliveries(own)).toMatchObject([{ interface: null, state: 'sent' }])
})

const heat = alertMetric({
  name: 'test.heat',
  label: { en: 'Too hot', zh: '过热' },
  unit: '°C',
  rule: { comparison: 'above', threshold: 80, forS: 60, severity: 'warning', enabled: true },
  help: { en: 'Open a window.', zh: '请开窗。' },
})
const at = (app: TestApp, s: number, ...samples: Sample[]) =>
  observe({ ...system(app), now: new Date(Date.UTC(2026, 0, 1) + s * 1_000) }, [[heat, samples]])
const open_ = async ({ at: get }: Open) =>
  ((await get('GET /api/admin/alerts?state=open')).items as Loose[]).map(({ key }) => key as string)

test('a metric raises an alert after its time beyond the threshold, and resolves it after its time within', async () => {
  const own = await open()
  const { app } = own
  const steps: [number, number, string[]][] = [
    [0, 90, []], [30, 90, []], [40, 70, []], [50, 90, []], [100, 90, []], [110, 95, ['test.heat:a']], [200, 99, ['test.heat:a']],
    [210, 70, ['test.heat:a']], [240, 90, ['test.heat:a']], [250, 70, ['test.heat:a']], [310, 70, []],
  ] // prettier-ignore
  for (const [s, value, keys] of steps) {
    await at(app, s, { of: 'a', value })
    expect([s, await open_(own)]).toEqual([s, keys])
  }
  const all = (await own.at('GET /api/admin/alerts')).items as Loose[]
  expect(all).toMatchObject([
    { key: 'test.heat:a', state: 'resolved', title: '过热：a', resolved_by: 'system' },
  ])
})

test('what is measured no more is well; two of one metric are two alerts; processes that measure at once raise one', async () => {
  const own = await open()
  const hot = [{ of: 'a', value: 90 }, { of: 'b', value: 90 }]
  await at(own.app, 0, ...hot)
  await Promise.all(Array.from({ length: 8 }, () => at(own.app, 60, ...hot)))
  expect((await open_(own)).toSorted()).toEqual(['test.heat:a', 'test.heat:b'])
  await at(own.app, 70, hot[0] as Sample)
  await at(own.app, 130, hot[0] as Sample)
  expect(await open_(own)).toEqual(['test.heat:a'])
}) // prettier-ignore

test('staff change a rule, and resolve an alert by hand: it is raised again only once it has lasted again', async () => {
  const own = await open()
  const rule = {
    metric: 'test.heat',
    comparison: 'above',
    threshold: 50,
    for_s: 10,
    severity: 'critical',
    enabled: true,
  }
  await own.at('POST /api/admin/alert-rules', rule)
  const rules = (await own.at('GET /api/admin/alert-rules')).items as Loose[]
  expect(rules.find(({ metric }) => metric === 'test.heat')).toMatchObject({ ...rule, changed: true })
  await at(own.app, 0, { value: 60 })
  await at(own.app, 10, { value: 60 })
  const [alert] = (await own.at('GET /api/admin/alerts?state=open')).items as Loose[]
  expect(alert).toMatchObject({ key: 'test.heat', severity: 'critical' })
  await own.at(`POST /api/admin/alerts/${String(alert?.['id'])}/resolve`)
  await at(own.app, 15, { value: 60 })
  expect(await open_(own)).toEqual([])
  await at(own.app, 25, { value: 60 })
  expect(await open_(own)).toEqual(['test.heat'])
  const { usual } = rules.find(({ metric }) => metric === 'test.heat') as { usual: object }
  await own.at('POST /api/admin/alert-rules', { metric: 'test.heat', ...usual })
  const after = (await own.at('GET /api/admin/alert-rules')).items as Loose[]
  expect(after.find(({ metric }) => metric === 'test.heat')).toMatchObject({ threshold: 80, changed: false })
  await own.at('POST /api/admin/alert-rules', { ...rule, enabled: false })
  await at(own.app, 30, { value: 60 })
  await at(own.app, 40, { value: 60 })
  expect(await open_(own)).toEqual([])
})

test('an alert that a module raises of itself is resolved by it', async () => {
  const own = await open()
  await raise(own.app, 'key:a')
  const resolve = () => transaction(own.app.services.db, (tx) => resolveAlert(tx, system(own.app), 'key:a'))
  expect([await resolve(), await resolve()]).toEqual([true, false])
})
