import { gzipSync } from 'node:zlib'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { openBrowser, sizes } from '../e2e/browser.ts'
import { ensurePages } from '../tools/launch/pages.mjs'
import type { Benchmark, Finding } from './lab/benchmark.ts'
import { median } from './lab/rounds.ts'
import { startServer, type Server } from './lab/server.ts'

interface App {
  readonly what: string
  readonly path: string
  readonly cookie: string
  /** kB of script, compressed. */
  readonly scriptKb: number
}

interface FirstView {
  readonly scriptKb: number
  /** Until the largest thing of the page was painted. */
  readonly paintedMs: number
}

// What Lighthouse takes for a phone: a processor four times slower, on "slow 4G".
const cpuSlowdown = 4
const network = {
  offline: false,
  latency: 150,
  downloadThroughput: 1_638_400 / 8,
  uploadThroughput: 750_000 / 8,
}
const patientMs = 2_500

/** The script that each app's first view loads, and how long that view takes on a slow phone that has never been here. */
export const pages: Benchmark = {
  id: 'P11',
  run: async ({ rounds }) => {
    await ensurePages(process.execPath)
    await using server = await startServer()
    const browser = await openBrowser()
    try {
      const findings: Finding[] = []
      for (const app of await appsOf(server)) {
        const views: FirstView[] = []
        for (let round = 0; round < rounds; round++) views.push(await firstView(browser, server, app))
        findings.push(...findingsOf(app, views))
      }
      return findings
    } finally {
      await browser.close()
    }
  },
}

async function appsOf({ calls }: Server): Promise<App[]> {
  const cookie = await calls.ownerCookie()
  const body = { username: '李小明', days: 30 }
  const { token } = await calls.data<{ token: string }>('POST /api/admin/users', { cookie, body })
  return [
    { what: 'status page', path: `/status/${token}`, cookie: '', scriptKb: 60 },
    { what: 'portal', path: '/', cookie: '', scriptKb: 150 },
    { what: 'console', path: '/admin/', cookie, scriptKb: 300 },
    { what: 'console, signed out', path: '/admin/', cookie: '', scriptKb: 300 },
  ]
}

async function firstView(browser: Browser, { port }: Server, { path, cookie }: App): Promise<FirstView> {
  const url = `http://127.0.0.1:${port}`
  const context = await browser.newContext({ viewport: sizes.phone, deviceScaleFactor: 2, isMobile: true })
  try {
    if (cookie) await context.addCookies(cookiesIn(cookie).map((one) => ({ ...one, url })))
    const page = await context.newPage()
    await slowed(await context.newCDPSession(page))
    await page.goto(url + path, { waitUntil: 'networkidle' })
    return { scriptKb: await scriptKbOf(page), paintedMs: await paintedMsOf(page) }
  } finally {
    await context.close()
  }
}

/** A Cookie header's cookies: the session's, and that of a device which has signed in before. */
const cookiesIn = (header: string) =>
  header.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1) }
  })

async function slowed(session: CDPSession): Promise<void> {
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', network)
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown })
}

/** What the browser loaded, as gzip makes it; over the wire brotli made it smaller. */
async function scriptKbOf(page: Page): Promise<number> {
  const urls = await page.evaluate<string[]>(
    `performance.getEntriesByType('resource').map(({ name }) => name)
       .filter((name) => new URL(name).pathname.endsWith('.js'))`,
  )
  const scripts = await Promise.all(urls.map(async (url) => (await fetch(url)).arrayBuffer()))
  return scripts.reduce((sum, script) => sum + gzipSync(new Uint8Array(script)).length, 0) / 1000
}

const paintedMsOf = (page: Page) =>
  page.evaluate<number>(
    `new Promise((resolve) => new PerformanceObserver((list) => resolve(list.getEntries().at(-1).startTime))
       .observe({ type: 'largest-contentful-paint', buffered: true }))`,
  )

function findingsOf({ what, scriptKb }: App, views: readonly FirstView[]): Finding[] {
  const script = median(views.map((view) => view.scriptKb))
  const painted = median(views.map(({ paintedMs }) => paintedMs))
  if (!(script > 0 && painted > 0)) throw new Error(`The browser measured nothing of the ${what}`)
  return [
    {
      what: `script, gzipped: ${what}`,
      figure: `${script.toFixed(1)} kB`,
      reference: '',
      value: script,
      unit: 'kB',
      target: { under: scriptKb },
    },
    {
      what: `largest paint, CPU 4x slower, slow 4G: ${what}`,
      figure: `${Math.round(painted)} ms`,
      reference: '',
      value: painted,
      unit: 'ms',
      target: { under: patientMs },
    },
  ]
}
