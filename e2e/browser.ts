import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { chromiumPath } from './chromium.ts'

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
  readonly dark?: boolean
}

export interface Visit {
  readonly page: Page
  /** What the pages complained of: errors on the console, exceptions, answers with 5xx. */
  readonly complaints: readonly string[]
  /** Keeps a picture of the page in e2e/out. */
  picture(name: string): Promise<void>
  end(): Promise<void>
}

/** A person with an empty profile, who reads in `language`. */
export async function visit(
  browser: Browser,
  url: string,
  { size, language, dark = false }: Looking,
): Promise<Visit> {
  const context = await browser.newContext({
    viewport: sizes[size],
    baseURL: url,
    locale: 'zh-CN',
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
  })
  await context.addInitScript((chosen) => localStorage.setItem('lessor.language', chosen), language)
  const page = await context.newPage()
  page.setDefaultTimeout(20_000)
  return {
    page,
    complaints: complaintsOf(page),
    picture: async (name) => {
      await mkdir(pictures, { recursive: true })
      await page.screenshot({ path: join(pictures, `${name}-${size}-${language}.png`) })
    },
    end: () => closed(context),
  }
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
