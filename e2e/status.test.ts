import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { call, ownerCookie } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit, type Looking } from './browser.ts'

const dayMs = 86_400_000
const readers: Looking[] = [
  { size: 'phone', language: 'zh' },
  { size: 'phone', language: 'en' },
  { size: 'desk', language: 'zh' },
  { size: 'desk', language: 'en' },
]

let app: TestApp
let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A user with days and some history; answers the path of the page. */
async function pathOfUser(username: string, days: number): Promise<string> {
  const cookie = await ownerCookie(app)
  const { data } = await call(app, 'POST /api/admin/users', { cookie, body: { username, days } })
  const recharge = (body: object) =>
    call(app, `POST /api/admin/users/${data.user.id}/recharge`, { cookie, body })
  app.clock.advance(60_000)
  await recharge({ change_days: 30, reason: '十二月续费 <b>thanks</b>', internal_note: 'never shown' })
  await recharge({ change_days: -28, reason: '更正', internal_note: 'never shown' })
  return `/status/${data.token}`
}

describe.each(readers)('the page of a link, $size, $language', (looking) => {
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.stop())

  test('shows name, days left, a countdown that runs, and the history without internal notes', async () => {
    const path = await pathOfUser('李小明', 12)
    const { page, complaints, look, picture, end } = await visit(browser, app.url, looking)
    await page.goto(path)
    expect(await page.locator('h1').textContent()).toBe('李小明')
    expect(await page.locator('.number').textContent()).toBe('14')
    expect(await page.locator('footer').textContent()).toBe(
      looking.language === 'zh' ? '以上时间均为北京时间' : 'All times are in Beijing time',
    )
    expect(await page.locator('ol li').count()).toBe(3)
    expect(await page.locator('main').textContent()).toContain('十二月续费 <b>thanks</b>')
    expect(await page.content()).not.toContain('never shown')
    const before = await page.locator('#countdown').textContent()
    await expect.poll(() => page.locator('#countdown').textContent(), { timeout: 5_000 }).not.toBe(before)
    expect.soft(await look('status')).toEqual([])
    await page.emulateMedia({ media: 'print' })
    // The dots of the history are backgrounds.
    const printed = `getComputedStyle(document.querySelector('li'), '::before').printColorAdjust`
    expect(await page.evaluate(printed)).toBe('exact')
    await picture('status-print')
    expect(await page.locator('#switch').isVisible()).toBe(false)
    expect(await page.locator('.number').isVisible()).toBe(true)
    await page.emulateMedia({ media: 'screen' })
    await page.locator('#switch').click()
    expect(await page.locator('h2').textContent()).toBe(looking.language === 'zh' ? 'History' : '充值记录')
    expect(complaints).toEqual([])
    await end()
  })

  test('is red with fewer than 3 days, and says when it is over', async () => {
    const path = await pathOfUser('short', 0)
    const { page, complaints, look, end } = await visit(browser, app.url, looking)
    await page.goto(path)
    expect(await page.locator('.short .number').textContent()).toBe('2')
    expect.soft(await look('status-short')).toEqual([])
    app.clock.advance(2 * dayMs)
    await page.goto(path)
    expect(await page.locator('.left strong').textContent()).toBe(
      looking.language === 'zh' ? '已到期' : 'Expired',
    )
    expect.soft(await look('status-over')).toEqual([])
    expect(complaints).toEqual([])
    await end()
  })

  test('says so kindly when the link is wrong', async () => {
    const { page, complaints, look, end } = await visit(browser, app.url, looking)
    const answer = await page.goto('/status/not-a-link')
    expect(answer?.status()).toBe(404)
    expect(await page.locator('h1').textContent()).toBe(
      looking.language === 'zh' ? '链接无效' : 'This link doesn’t work',
    )
    expect.soft(await look('status-unknown')).toEqual([])
    expect(complaints).toEqual([])
    await end()
  })
})

describe('the page of a link', () => {
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.stop())

  test('reads without JavaScript, in either language', async () => {
    const path = await pathOfUser('noscript', 12)
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: app.url, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(path)
    expect(await page.locator('.number').textContent()).toBe('14')
    expect(await page.locator('.card').textContent()).toContain('到期时间 2026年7月')
    expect(await page.locator('.countdown').isVisible()).toBe(false)
    await page.locator('#switch').click()
    await page.waitForURL(/lang=en/)
    expect(await page.locator('.card').textContent()).toContain('Expires 15 Jul 2026')
    await context.close()
  })

  test('loads less than 60 kB of script', async () => {
    const path = await pathOfUser('light', 12)
    const { page, end } = await visit(browser, app.url, { size: 'phone', language: 'zh' })
    await page.goto(path, { waitUntil: 'networkidle' })
    const bytes = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('.js'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    )
    expect(bytes).toBeGreaterThan(0)
    expect(bytes).toBeLessThan(60_000)
    await end()
  })
})
