import type axe from 'axe-core'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

// Half of what the readable one has, which each page has to be sent and to parse.
const { source } = createRequire(import.meta.url)('axe-core/axe.min.js') as typeof axe
// No rule here asks what only loading the styles again would tell, and passed rules aren't reported.
const options = `preload: false, resultTypes: ['violations']`
// A rule's own impact is that of all it finds: the others' findings would be thrown away. Rules asked for by name run even
// where axe itself leaves them out.
const serious = `axe._audit.rules
  .filter(({ enabled, impact, tags }) => enabled && ['serious', 'critical'].includes(impact)
    && !tags.some((tag) => axe._audit.tagExclude.includes(tag))).map(({ id }) => id)`

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly impact: string
    readonly nodes: readonly { readonly html: string }[]
  }[]
}

/** What axe finds on a page that keeps somebody from using it: its serious and critical rules, each with where. */
export const seriousViolations = (page: Page): Promise<string[]> => found(page, serious)

/** The same for what the colours alone decide. */
export const contrastViolations = (page: Page): Promise<string[]> => found(page, `['color-contrast']`)

async function found(page: Page, rules: string): Promise<string[]> {
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(source)
  const { violations } = await page.evaluate<Found>(`axe.run({ ${options}, runOnly: ${rules} })`)
  return violations
    .filter(({ impact }) => ['serious', 'critical'].includes(impact))
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`))
}
