import { fillHtml } from '@lessor/kit'
import type { Ctx } from './call.ts'
import type { App } from './mount.ts'
import { brandOf, builtPage, pageHeaders, zoneOf } from './pages.ts'

/** The staff console as it is built for the server; it shows the pages that `GET /api/admin/me` gives rights to. */
export function mountConsole(app: App): void {
  app.get('/', (c) => c.redirect('/admin'))
  for (const path of ['/admin', '/admin/*']) {
    app.get(path, async (c) => {
      const page = filled(c, await builtPage(c, '/admin/'))
      // Its components write styles while they run.
      return new Response(page, { headers: pageHeaders(" 'unsafe-inline'") })
    })
  }
}

function filled(c: Ctx, page: string): string {
  const brand = brandOf(c)
  const attributes = { 'time-zone': zoneOf(c), brand: brand ? JSON.stringify(brand) : '' }
  return fillHtml(page, { attributes, ...(brand && { title: brand.zh }) })
}
