import axe from 'axe-core'
import type { Page } from 'playwright-core'

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** What axe finds on a page that keeps somebody from using it: its serious and critical rules, each with where. */
export const seriousViolations = (page: Page): Promise<string[]> => found(page, 'axe.run()')

/** The same for what the colours alone decide. */
export const contrastViolations = (page: Page): Promise<string[]> =>
  found(page, "axe.run({ runOnly: ['color-contrast'] })")

async function found(page: Page, run: string): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axe.source)
  const { violations } = await page.evaluate<Found>(run)
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
