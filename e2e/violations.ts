import type axe from 'axe-core'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

// Half of what the readable one has, which each page has to be sent and to parse.
const { source } = createRequire(import.meta.url)('axe-core/axe.min.js') as typeof axe
// No rule here asks what only loading the styles again would tell, and nobody reads what was in order.
const options = { preload: false, resultTypes: ['violations'] }

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** What axe finds on a page that keeps somebody from using it: its serious and critical rules, each with where. */
export const seriousViolations = (page: Page): Promise<string[]> => found(page, options)

/** The same for what the colours alone decide. */
export const contrastViolations = (page: Page): Promise<string[]> =>
  found(page, { ...options, runOnly: ['color-contrast'] })

async function found(page: Page, how: object): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source)
  const { violations } = await page.evaluate<Found>(`axe.run(${JSON.stringify(how)})`)
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
