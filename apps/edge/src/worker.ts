import { newId, Refusal } from '@lessor/kit'
import { operations } from '@lessor/status'
import { Hono } from 'hono'
import { mountAuditLog } from './audit-routes.ts'
import { isHttps } from './call.ts'
import { mountConsole } from './console-page.ts'
import { mount, type App } from './mount.ts'
import { methodNotAllowed, notFound } from './refusals.ts'
import { failed, languageOf } from './reply.ts'
import { mountSignIn } from './sign-in.ts'
import { mountStatusPage } from './status-page.ts'

const app: App = new Hono()
app.use(async (c, next) => {
  // Never the caller's own: the log would hold what anybody wrote.
  c.set('requestId', newId())
  await next()
  if (isHttps(c)) c.res.headers.set('strict-transport-security', 'max-age=31536000')
})
mountSignIn(app)
mountAuditLog(app)
mountStatusPage(app)
mountConsole(app)
for (const operation of operations) mount(app, operation)
for (const [path, routes] of Map.groupBy(app.routes, (route) => route.path)) {
  const allow = routes.map(({ method }) => method).filter((method) => method !== 'ALL').join(', ') // prettier-ignore
  if (allow === '') continue
  app.all(path, (c) =>
    failed(methodNotAllowed(), c.var.requestId, languageOf(c.req.header('accept-language')), { allow }),
  )
}
app.notFound((c) => failed(notFound(), c.var.requestId, languageOf(c.req.header('accept-language'))))
app.onError((error, c) => {
  // What the operator sees in `wrangler tail`; the path would hold a token.
  // oxlint-disable-next-line no-console
  if (!(error instanceof Refusal)) console.error(c.var.requestId, error)
  return failed(error, c.var.requestId, languageOf(c.req.header('accept-language')))
})

export default app
