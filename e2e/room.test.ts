import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { call, issueCodes, ownerCookie, signedIn } from '../apps/server/test/calls.ts'
import { testApp, type TestApp } from '../apps/server/test/harness.ts'
import { openBrowser, visit, type Looking } from './browser.ts'

// What a page has room for: what can be pressed, headings, dates and the hints in search fields are never cut.

const lists = [
  'users', 'recharge-records', 'accounts', 'online', 'staff', 'batches', 'codes', 'software',
  'logs/logins', 'logs/registrations', 'logs/recharges', 'logs/audit',
] // prettier-ignore
const readers = (['phone', 'desk'] as const).flatMap((size) =>
  (['zh', 'en'] as const).map((language): Looking => ({ size, language })),
)

let app: TestApp
let browser: Browser
let cookie: string
beforeAll(async () => {
  ;[app, browser] = await Promise.all([testApp(), openBrowser()])
  app.clock.set(new Date())
  cookie = await ownerCookie(app)
  await issueCodes(app, cookie, { count: 3 })
  await call(app, 'POST /api/admin/users', { cookie, body: { username: '王小明', days: 30 } })
  await call(app, 'POST /api/admin/software', { cookie, body: { name: 'Editor', required_vip_level: 1 } })
  await signedIn(app, '李四')
})
afterAll(async () => {
  await browser.close()
  await app.stop()
})

async function signedInAt(looking: Looking): Promise<Page> {
  const { page, end } = await visit(browser, app.url, looking)
  onTestFinished(end)
  await page.goto('/admin')
  await page.locator('input[autocomplete=username]').fill('owner')
  await page.locator('input[autocomplete=current-password]').fill(app.ownerPassword)
  await page.keyboard.press('Enter')
  // The page to sign in has a heading too; to leave it too early ends the request.
  await page.locator('h1.title').waitFor()
  return page
}

const cutOf = `(() => {
  const pen = document.createElement('canvas').getContext('2d')
  const hints = [...document.querySelectorAll('input[placeholder]')].filter((field) => {
    const { font, paddingLeft, paddingRight } = getComputedStyle(field)
    pen.font = font
    return pen.measureText(field.placeholder).width > field.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight) + 1
  })
  const hidden = [...document.querySelectorAll('td :is(a, button)')].filter((one) => {
    const [own, cell] = [one, one.closest('td')].map((element) => element.getBoundingClientRect())
    return own.right > cell.right + 1 || own.left < cell.left - 1
  })
  const cells = [...document.querySelectorAll('.list :is(th, td)')].filter((cell) =>
    (cell.matches('th') || /\\d:\\d\\d$/.test(cell.innerText)) && getComputedStyle(cell).overflowX === 'hidden' && cell.scrollWidth > cell.clientWidth + 1)
  return [...hints.map(({ placeholder }) => placeholder), ...[...hidden, ...cells].map(({ innerText }) => innerText)]
})()`

/** What is cut once the page has its final layout: on a busy machine columns get their widths after their rows. */
async function settled(look: () => Promise<string[]>): Promise<string[]> {
  for (let tries = 0; tries < 20; tries++) {
    if ((await look()).length === 0) return []
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return look()
}

test.each(readers)('nothing that can be pressed is cut: $size, $language', async (looking) => {
  const page = await signedInAt(looking)
  for (const list of lists) {
    await page.goto(`/admin/${list}`)
    await page.locator('tbody tr[data-row-key]').first().waitFor()
    expect.soft(await settled(() => page.evaluate<string[]>(cutOf)), list).toEqual([])
    // On a desk it needs no scrolling sideways either.
    if (looking.size === 'desk')
      expect
        .soft(
          await page.evaluate(
            `[...document.querySelectorAll('.list')].map((one) => one.scrollWidth - one.clientWidth)`,
          ),
          list,
        )
        .toEqual([0])
  }
})

test.each(readers)(
  'a long title leaves room for what closes the dialog: $size, $language',
  async (looking) => {
    const username = `${looking.size}${looking.language}`.padEnd(64, '长名字的用户')
    await call(app, 'POST /api/admin/users', { cookie, body: { username, days: 30 } })
    const page = await signedInAt(looking)
    await page.goto(`/admin/users?query=${encodeURIComponent(username)}`)
    await page
      .getByRole('button', { name: looking.language === 'zh' ? /^充 ?值$/ : 'Recharge' })
      .first()
      .click()
    await page.getByRole('dialog').waitFor()
    const room = `(() => {
    const words = document.createRange()
    words.selectNodeContents(document.querySelector('.ant-modal-title'))
    const end = Math.max(...[...words.getClientRects()].map(({ right }) => right))
    return document.querySelector('.ant-modal-close').getBoundingClientRect().left - end
  })()`
    expect(await page.evaluate(room)).toBeGreaterThanOrEqual(0)
  },
)

test('the days left of a status link break between number and words, on the narrowest phone too', async () => {
  const made = await call(app, 'POST /api/admin/users', { cookie, body: { username: '长期', days: 999 } })
  const { page, end } = await visit(browser, app.url, { size: 'phone', language: 'en' })
  onTestFinished(end)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto(new URL(made.data.status_url as string).pathname)
  await page.getByText('days left').waitFor()
  const lines = `Math.max(...[...document.querySelectorAll('.left span')].map((words) => words.getClientRects().length))`
  expect(await page.evaluate(lines)).toBe(1)
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
})

test.each([
  { what: 'a new account', at: 'accounts', open: 'New account', sends: 'POST' },
  { what: 'the details of an account', at: 'accounts/', open: 'Edit', sends: 'PATCH' },
  { what: 'the name of a user', at: 'users?query=王小明', open: 'Edit', sends: 'PATCH' },
])('Cancel gives up what is under way: $what', async ({ at, open, sends }) => {
  const { user } = await signedIn(app, '赵六')
  const page = await signedInAt({ size: 'desk', language: 'en' })
  await page.goto(`/admin/${at.endsWith('/') ? `${at}${user.id}` : at}`)
  await page.getByRole('button', { name: open, exact: true }).first().click()
  const dialog = page.getByRole('dialog')
  const note = dialog.locator('textarea')
  await note.fill('never said')
  if (at === 'accounts') await dialog.getByRole('textbox').first().fill('never-made')
  // No answer comes, as on a bad line.
  await page.route(
    (url) => url.pathname.startsWith('/api/admin/'),
    (route) => (route.request().method() === sends ? undefined : route.continue()),
  )
  const [request] = await Promise.all([
    page.waitForRequest((one) => one.method() === sends),
    dialog.getByRole('button').last().click(),
  ])
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(() => request.failure()?.errorText).toBe('net::ERR_ABORTED')
})
