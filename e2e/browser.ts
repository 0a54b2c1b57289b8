import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'
import { contrastViolations, seriousViolations } from './violations.ts'

const pictures = join(import.meta.dirname, 'out')

/** The system's Chromium; CHROMIUM names another. */
export async function openBrowser(): Promise<Browser> {
  const executablePath = chromiumPath()
  if (!executablePath)
    throw new Error('There is no Chromium: install the chromium package, or name one in CHROMIUM')
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
}

export const sizes = { phone: { width: 390, height: 844 }, desk: { width: 1440, height: 900 } } as const

export interface Looking {
  readonly size: keyof typeof sizes
  readonly language: 'zh' | 'en'
  /** Only pictures: axe sees the same pages in this size, and in this language, by others. */
  readonly isSeenByOthers?: true
}

export interface Visit {
  readonly page: Page
  /** What the pages complained of: errors on the console, exceptions, answers with 5xx. */
  readonly complaints: readonly string[]
  /** Waits until nothing loads any more, and nothing moves. */
  rest(): Promise<void>
  /** Clicks in a dialog once that has come to rest. */
  press(button: Locator): Promise<void>
  /** Keeps pictures of the settled page, light and dark; answers what axe finds in either that keeps somebody out. */
  look(name: string): Promise<string[]>
  /** Keeps a picture of the page as it is, whole, in e2e/out. */
  picture(name: string): Promise<void>
  end(): Promise<void>
}

/** A person with an empty profile, who reads in `language`. */
export async function visit(
  browser: Browser,
  url: string,
  { size, language, isSeenByOthers }: Looking,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: sizes[size],
    baseURL: url,
    locale: 'zh-CN',
    colorScheme: 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('lessor.language', chosen), language)
  const page = await context.newPage()
  page.setDefaultTimeout(patienceMs)
  const picture = async (name: string) => {
    await mkdir(pictures, { recursive: true })
    // What keeps its place while the page scrolls would stand in the middle of the whole one.
    await page.evaluate('scrollTo(0, 0)')
    await page.screenshot({ path: join(pictures, `${name}-${size}-${language}.png`), fullPage: true })
  }
  return {
    page,
    complaints: complaintsOf(page),
    picture,
    rest: () => settled(page),
    press: (button) => press(page, button),
    look: (name) =>
      looked(
        page,
        () => picture(name),
        () => picture(`${name}-dark`),
        isSeenByOthers ? [nothing, nothing] : [seriousViolations, contrastViolations],
      ),
    end: () => closed(context),
  }
}

type Rules = (page: Page) => Promise<string[]>
const nothing: Rules = () => Promise.resolve([])

async function looked(
  page: Page,
  pictureLight: () => Promise<void>,
  pictureDark: () => Promise<void>,
  [inLight, inDark]: readonly [Rules, Rules],
): Promise<string[]> {
  await settled(page)
  await pictureLight()
  const violations = await inLight(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await settled(page)
  await pictureDark()
  // The same elements with the same names: only their colours are others.
  violations.push(...(await inDark(page)))
  await page.emulateMedia({ colorScheme: 'light' })
  return violations
}

const patienceMs = 20_000
const framesOfRest = 4
// A change takes some frames to begin moving: rest is that nothing moves for several in a row. What turns for ever is
// found by what it says that it waits for.
const movingNow = `new Promise(requestAnimationFrame).then(() => [
  ...document.querySelectorAll('[aria-busy=true], .ant-spin-spinning, .ant-btn-loading'),
  ...document.getAnimations().filter(({ playState, effect }) =>
    playState !== 'finished' && effect.getComputedTiming().iterations < Infinity).map(({ effect }) => effect.target),
].map(({ outerHTML }) => outerHTML.slice(0, 200)))`

/** Waits until nothing loads any more, and nothing moves. The page's policy forbids what would wait inside it. */
async function settled(page: Page): Promise<void> {
  const deadline = performance.now() + patienceMs
  for (let frames = 0; frames < framesOfRest;) {
    const moving = await page.evaluate<readonly string[]>(movingNow)
    frames = moving.length === 0 ? frames + 1 : 0
    if (performance.now() > deadline) throw new Error(`${page.url()} does not come to rest: ${moving.join()}`)
  }
}

/** Clicks in a dialog once that has come to rest: a button that moves between press and release loses the click. */
export async function press(page: Page, button: Locator): Promise<void> {
  await button.waitFor()
  await settled(page)
  await button.click()
}

const closed = (context: BrowserContext) => context.close()

function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    // The browser itself reports every refusal (4xx) so; the pages show those to people.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('response', (response) => {
    if (response.status() >= 500) complaints.push(`${response.status()} ${response.url()}`)
  })
  return complaints
}
