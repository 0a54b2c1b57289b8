import type { App } from './mount.ts'
import { builtPage, pageHeaders, zoneOf } from './pages.ts'

/** The staff console as it is built for the server; it shows the pages that `GET /api/admin/me` gives rights to. */
export function mountConsole(app: App): void {
  app.get('/', (c) => c.redirect('/admin'))
  for (const path of ['/admin', '/admin/*']) {
    app.get(path, async (c) => {
      const built = await builtPage(c, '/admin/')
      const page = built.replace(/data-time-zone="[^"]*"/, `data-time-zone="${zoneOf(c)}"`)
      // Its components write styles while they run.
      return new Response(page, { headers: pageHeaders(" 'unsafe-inline'") })
    })
  }
}
