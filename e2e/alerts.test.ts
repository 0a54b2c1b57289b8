import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { call, ownerCookie, type Loose } from '../apps/server/test/calls.ts'
import { testApp, testAppForThis, type TestApp } from '../apps/server/test/harness.ts'
import { alertMetric, observe } from '../apps/server/src/modules/core/alerts/index.ts'
import { openBrowser, visit, type Looking, type Visit } from './browser.ts'

const zh = {
  menu: '菜单', alerts: '告警', rules: '告警规则', notices: '通知', history: '通知记录', health: '运行状况',
  heat: '机房过热', tooHot: '机房过热：A', change: /^修 ?改$/, save: /^保 ?存$/, threshold: '阈值', duration: '持续时间（秒）', changed: '已修改',
  notNumber: '请填数字', above: '高于 50.5 °C', atOnce: '立即告警', minutes: '持续 1 分钟 30 秒', open: '未解除的告警：1',
  resolve: /^解 ?除$/, noneOpen: '没有未解除的告警。', resolved: '已解除', kind: '告警解除',
  nobody: '没有人会收到', noFallback: /没有设置通知邮箱/, byMail: '发送邮件到 boss@example.org', none: '还没有通知接口，请先添加。', cancel: /^取 ?消$/,
  disabled: '已停用', empty: '还没有经接口发出的通知。', sent: '已发出', waiting: '等待发送', hosts: '插件连接的主机',
} // prettier-ignore
const en: typeof zh = {
  menu: 'Menu', alerts: 'Alerts', rules: 'Alert rules', notices: 'Notices', history: 'Notice history', health: 'Health',
  heat: 'The server room is hot', tooHot: 'The server room is hot: A', change: /^Edit$/, save: /^Save$/, threshold: 'Threshold', duration: 'Duration (seconds)', changed: 'Changed',
  notNumber: 'Enter a number', above: 'Above 50.5 °C', atOnce: 'at once', minutes: 'for 1 minute 30 seconds', open: 'Open alerts: 1',
  resolve: /^Resolve$/, noneOpen: 'No open alerts.', resolved: 'Resolved', kind: 'Resolved alerts',
  nobody: 'Nobody gets them', noFallback: /No notification email is set/, byMail: 'Email to boss@example.org', none: 'There are no notifiers yet. Add one first.', cancel: /^Cancel$/,
  disabled: 'Disabled', empty: 'No notices yet.', sent: 'Sent', waiting: 'Waiting', hosts: 'Hosts that plugins connect to',
} // prettier-ignore

const shippedPlugins = join(import.meta.dirname, '..', 'plugins')
const readers: Looking[] = [
  { size: 'desk', language: 'en' },
  { size: 'phone', language: 'zh' },
]
/** What these do is the same in any language and size: they only look. */
const lookers: Looking[] = [
  { size: 'desk', language: 'zh' },
  { size: 'phone', language: 'en' },
]
const wordsOf = ({ language }: Looking) => (language === 'zh' ? zh : en)
const patience = { timeout: 20_000 }

const heat = alertMetric({
  name: 'test.heat',
  label: { en: en.heat, zh: zh.heat },
  unit: '°C',
  rule: { comparison: 'above', threshold: 80, forS: 3_600, severity: 'warning', enabled: true },
  help: { en: 'Open a window, then look at Health.', zh: '请开窗，然后查看运行状况。' },
  path: '/admin/health',
})

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

describe.each(readers)('alerts and notices in the console, $size, $language', (looking) => {
  const words = wordsOf(looking)
  const hook = webhook()
  let app: TestApp
  let seen: Visit
  let page: Page
  beforeAll(async () => {
    app = await testApp({ shippedPlugins })
    app.clock.set(new Date())
    await hook.open()
    seen = await visit(browser, app.url, looking)
    page = seen.page
    await signIn(page, app)
  })
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await seen.picture('alerts-failed')
  })
  afterAll(async () => {
    await seen.end()
    await app.stop()
    await hook.close()
  })

  const main = () => page.getByRole('main')
  const dialog = () => page.getByRole('dialog').last()
  /** Not the head, which may hold the same word. */
  const row = (text: string) => main().locator('tr[data-row-key]').filter({ hasText: text })
  const expectFine = async (name: string) => expect.soft(await seen.look(`admin-${name}`)).toEqual([])
  const press = (name: RegExp) => seen.press(dialog().getByRole('button', { name }).last())
  const go = async (name: string) => {
    if (looking.size === 'phone') await page.getByRole('button', { name: words.menu }).click()
    await page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  }
  const tab = async (name: string, title = name) => {
    await main().getByRole('link', { name, exact: true }).click()
    await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
  }

  test('a rule is changed; what is wrong is said at its field', async () => {
    await go(words.alerts)
    await main().getByText(words.noneOpen).waitFor()
    await expectFine('alerts-none')
    await tab(words.rules)
    await row(words.heat).getByRole('button', { name: words.change }).click()
    await dialog().getByLabel(words.threshold).fill('warm')
    await dialog().getByLabel(words.duration).fill('90')
    await dialog().getByText(words.minutes).waitFor()
    await press(words.save)
    await dialog().getByText(words.notNumber).waitFor()
    await expectFine('alert-rule')
    await dialog().getByLabel(words.threshold).fill('50.5')
    await dialog().getByLabel(words.duration).fill('0')
    await press(words.save)
    await row(words.heat).getByText(words.changed).waitFor()
    await row(words.heat).getByText(words.above).waitFor()
    await row(words.heat).getByText(words.atOnce).waitFor()
    await expectFine('alert-rules')
  })

  test('a notifier is chosen for a kind of notice, and stays chosen', async () => {
    await go(words.notices)
    await main().getByText(words.noFallback).waitFor()
    await row(words.kind).getByText(words.nobody).waitFor()
    await expectFine('notices-nobody')
    await row(words.kind).getByRole('button', { name: words.change }).click()
    await dialog().getByText(words.none).waitFor()
    await press(words.cancel)
    await addNotifiers(app, hook.url())
    await page.reload()
    await row(words.kind).getByRole('button', { name: words.change }).click()
    await dialog().getByText(words.nobody).waitFor()
    await dialog().getByLabel('the hook').click()
    await expectFine('notices-choice')
    await press(words.save)
    await row(words.kind).getByText('the hook').waitFor()
    await page.reload()
    await row(words.kind).getByText('the hook').waitFor()
    await expectFine('notices')
  })

  test('an alert is raised beyond the changed threshold, counted in the menu, and resolved by hand', async () => {
    await go(words.alerts)
    await main().getByText(words.noneOpen).waitFor()
    await observeHeat(app, 50)
    await observeHeat(app, 60)
    await row(words.tooHot).waitFor(patience)
    await page.reload()
    await row(words.tooHot).waitFor()
    if (looking.size === 'desk') await page.getByRole('img', { name: words.open }).waitFor()
    await expectFine('alerts')
    await row(words.tooHot).getByRole('button', { name: words.resolve }).click()
    await dialog().getByRole('button', { name: words.resolve }).waitFor()
    await expectFine('alert-resolve')
    await press(words.resolve)
    await main().getByText(words.noneOpen).waitFor()
    await page.getByRole('img', { name: words.open }).waitFor({ state: 'detached' })
    await main().getByText(words.resolved, { exact: true }).click()
    await row(words.tooHot).getByText('owner').waitFor()
    await expectFine('alerts-resolved')
  })

  test('the notifier got the notice that was chosen for it, and no other; the history lists it', async () => {
    await expect.poll(() => hook.heard.map(({ event }) => event), patience).toEqual(['alerts.resolved'])
    await hook.close()
    await observeHeat(app, 70)
    await observeHeat(app, 20)
    await go(words.notices)
    await tab(words.history)
    await row(words.sent).waitFor(patience)
    await row(words.waiting).getByText('ECONNREFUSED').waitFor(patience)
    await expectFine('notices-history')
    await page.goto('/admin/notices/history?state=sent')
    await row(words.sent).waitFor()
    expect(await page.locator('tbody tr[data-row-key]').count()).toBe(1)
  })

  test('Health lists the hosts that plugins connect to; no page complained on the way', async () => {
    await go(words.health)
    await main().getByRole('heading', { name: words.hosts }).waitFor()
    await main().getByText(new URL(hook.url()).hostname).first().waitFor()
    await expectFine('health-hosts')
    expect(seen.complaints).toEqual([])
  })
})

test.each(lookers)('the pages of alerts and notices, $size, $language', async (looking) => {
  const words = wordsOf(looking)
  const app = await testAppForThis({
    shippedPlugins,
    env: { LESSOR_SERVER_NOTIFY_EMAIL: 'boss@example.org' },
  })
  app.clock.set(new Date())
  const cookie = await ownerCookie(app)
  const ids = await addNotifiers(app, 'http://127.0.0.1:1/')
  await call(app, 'POST /api/admin/notices/routes', {
    cookie,
    body: { kind: 'alerts.raised', interfaces: ids },
  })
  const rule = {
    metric: heat.name,
    comparison: 'above',
    threshold: 50,
    for_s: 0,
    severity: 'critical',
    enabled: true,
  }
  await call(app, 'POST /api/admin/alert-rules', { cookie, body: rule })
  await observeHeat(app, 60)
  const { page, look, complaints, end } = await visit(browser, app.url, looking)
  onTestFinished(() => end())
  await signIn(page, app)
  const seen: [path: string, name: string, text: string | RegExp][] = [
    ['alerts?state=all', 'alerts', words.tooHot],
    ['alerts/rules', 'alert-rules', words.changed],
    ['notices', 'notices', words.byMail],
    ['notices/history', 'notices-history', words.tooHot],
  ]
  for (const [path, name, text] of seen) {
    await page.goto(`/admin/${path}`)
    await page.getByRole('main').getByText(text).first().waitFor()
    expect.soft(await look(`admin-${name}`)).toEqual([])
  }
  expect(complaints).toEqual([])
})

test('who may only read logs sees the history, and neither the choice nor the alerts’ buttons', async () => {
  const app = await testAppForThis()
  const cookie = await ownerCookie(app)
  const password = 'a long password'
  const body = { username: 'reader', password, role: 'auditor' }
  await call(app, 'POST /api/admin/staff', { cookie, body })
  await observeHeat(app, 90)
  app.clock.advance(3_600_000)
  await observeHeat(app, 90)
  const { page, end } = await visit(browser, app.url, { size: 'desk', language: 'en' })
  onTestFinished(() => end())
  await signIn(page, { ownerPassword: password }, 'reader')
  await page.goto('/admin/notices')
  await page.getByRole('heading', { level: 1, name: en.history }).waitFor()
  await page.getByText(en.empty).waitFor()
  await page.goto('/admin/alerts')
  await page.getByText(en.tooHot).waitFor()
  expect(await page.getByRole('button', { name: en.resolve }).count()).toBe(0)
})

/** The room is so warm now. */
const observeHeat = (app: TestApp, value: number) =>
  observe({ ...app.command({ kind: 'system', name: 'test' }), now: app.clock.now() }, [
    [heat, [{ of: 'A', value }]],
  ])

/** Two interfaces of the webhook, of which one is disabled; answers their ids. */
async function addNotifiers(app: TestApp, url: string): Promise<string[]> {
  const cookie = await ownerCookie(app)
  await call(app, 'POST /api/admin/plugin-files/scan', { cookie })
  const bodies = [
    { plugin: 'notifier-webhook', name: 'the hook', config: { url }, enabled: true },
    { plugin: 'notifier-webhook', name: 'another hook', config: { url }, enabled: false },
  ]
  const ids: string[] = []
  for (const body of bodies) {
    const { data } = await call(app, 'POST /api/admin/interfaces', { cookie, body })
    ids.push(data.id)
  }
  return ids
}

async function signIn(page: Page, { ownerPassword }: Pick<TestApp, 'ownerPassword'>, name = 'owner') {
  await page.goto('/admin')
  await page.locator('input[autocomplete=username]').fill(name)
  await page.locator('input[autocomplete=current-password]').fill(ownerPassword)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByRole('button', { name }).waitFor()
}

/** What the notices are sent to. */
function webhook() {
  const heard: Loose[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      heard.push(JSON.parse(body))
      response.end('ok')
    })
  })
  let port = 0
  return {
    heard,
    open: async () => {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      port = (server.address() as AddressInfo).port
    },
    url: () => `http://127.0.0.1:${port}/hook`,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
