import { getRequestListener, RequestError, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { refusal } from '@lessor/kit'
import type { Logger } from '../log.ts'
import { notFound, unauthenticated } from '../refusals.ts'
import type { BoundHttp } from './bind.ts'
import { direct } from './direct.ts'
import { docs } from './docs.ts'
import { codeMessage } from './envelope.ts'
import { failureOf, lastAnswer, notARequest } from './faults.ts'
import { apiHeaders, strictTransport } from './headers.ts'
import { bearerOf } from '../entry/admit.ts'
import { answerOf, mount, type Answer, type Bindings, type EntryOptions } from './mount.ts'
import { openApiDocument } from './openapi.ts'
import type { Pages } from './pages.ts'
import type { Route } from './route.ts'
import type { Upgrades } from './upgrades.ts'

export const methodNotAllowed = refusal('method_not_allowed', 'invalid', {
  en: 'Method not allowed.',
  zh: '该路径不支持此方法。',
})

export interface HttpOptions {
  readonly entry: EntryOptions
  readonly routes: readonly Route[]
  readonly pages: Pages
  readonly corsOrigins: readonly string[]
  readonly version: string
  /** Resolves when the database answers and its schema is this program's; otherwise says what is wrong. */
  readonly ready: () => Promise<void>
  /** How many may be open at once. */
  readonly maxConnections: number
  /** The token to read the metrics; '' turns them off. */
  readonly metricsToken: string
  readonly upgrades: Upgrades
}

/** Serves the routes and pages on a bound port. */
export function serveHttp(bound: BoundHttp, options: HttpOptions): void {
  const answers = options.routes.map((route) => [route, answerOf(route, options.entry)] as const)
  const app = appOf(options, answers)
  const health = JSON.stringify({ status: 'ok' })
  // Before all middleware: a check that must be answered however busy the rest is.
  const answer = (request: Request, env: HttpBindings) =>
    env.incoming.url === '/health' ? new Response(health, { headers: apiHeaders }) : app.fetch(request, env)
  const viaHono = getRequestListener(
    async (request, env) => {
      const response = await answer(request, env as HttpBindings)
      if (bound.closing) (env as HttpBindings).outgoing.setHeader('connection', 'close')
      return response
    },
    // A request of HTTP/1.0 need not name a host: balancers check like that.
    { hostname: 'localhost', errorHandler: (error) => whenAllElseFails(error, options.entry.log) },
  )
  // What other origins ask needs the headers that Hono adds.
  const takes = direct(options.corsOrigins.length > 0 ? [] : answers, () => bound.closing)
  const isHttps = options.entry.origin?.startsWith('https:') === true
  bound.serve({
    request: (incoming, outgoing) => {
      if (isHttps) outgoing.setHeader(...strictTransport)
      if (!takes(incoming, outgoing)) viaHono(incoming, outgoing)?.catch(() => outgoing.destroy())
    },
    upgrades: options.upgrades,
  })
  bound.cap(options.maxConnections, options.entry.log)
}

function whenAllElseFails(error: unknown, log: Logger): Response {
  const isTheirs = error instanceof RequestError
  if (!isTheirs) log.error({ err: error }, 'a request failed')
  const { text, status } = isTheirs ? notARequest : lastAnswer
  return new Response(text, { status, headers: apiHeaders })
}

function appOf(options: HttpOptions, answers: readonly (readonly [Route, Answer])[]): Hono<Bindings> {
  const { entry, routes, pages, corsOrigins } = options
  const app = new Hono<Bindings>()
  if (corsOrigins.length > 0) {
    const exposeHeaders = ['Retry-After', 'grpc-status', 'grpc-message']
    app.use('/api/*', cors({ origin: [...corsOrigins], credentials: true, maxAge: 600, exposeHeaders }))
  }
  const fail = (error: unknown, incoming: IncomingMessage, envelope = codeMessage) => {
    const { status, body, headers } = failureOf(error, entry.callerOf(incoming), envelope)
    return new Response(body, { status, headers: { ...apiHeaders, ...headers } })
  }

  ownPaths(app, options)
  for (const [route, answer] of answers) mount(app, route, answer)
  for (const [path, methods] of Map.groupBy(routes, ({ path }) => path)) {
    const allow = methods.map(({ method }) => method.toUpperCase()).join(', ')
    app.all(path, (c) => {
      const response = fail(methodNotAllowed(), c.env.incoming, methods[0]?.envelope)
      response.headers.set('allow', allow)
      return response
    })
  }
  app.notFound(async (c) => {
    await entry.limits.count('page', entry.callerOf(c.env.incoming).ip)
    return (await pages(c.req.raw)) ?? fail(notFound(), c.env.incoming)
  })
  app.onError((error, c) => {
    const failed = fail(error, c.env.incoming)
    if (failed.status === 500) entry.log.error({ err: error }, 'a request failed')
    return failed
  })
  return app
}

/** What tells of the server itself and of its API: no route table has them, so they are limited here. */
function ownPaths(app: Hono<Bindings>, { entry, routes, version, ready, metricsToken }: HttpOptions): void {
  for (const path of ['/ready', '/metrics', '/api/openapi.json', '/api/docs/*']) {
    app.use(path, async (c, next) => {
      await entry.limits.count('open', entry.callerOf(c.env.incoming).ip)
      return next()
    })
  }
  app.get('/ready', async () => {
    try {
      await ready()
      return new Response('{"status":"ready"}', { headers: apiHeaders })
    } catch (error) {
      entry.log.warn({ err: error }, 'not ready')
      return new Response('{"status":"not ready"}', { status: 503, headers: apiHeaders })
    }
  })
  app.get('/metrics', async (c) => {
    if (metricsToken === '') throw notFound()
    if (!isSameText(bearerOf(c.req.header('authorization')), metricsToken)) throw unauthenticated()
    const { registry, text } = entry.metrics
    const headers = { ...apiHeaders, 'content-type': registry.contentType }
    return new Response(await text(), { headers })
  })
  let document: string | undefined
  app.get('/api/openapi.json', () => {
    document ??= JSON.stringify(openApiDocument(routes, version))
    return new Response(document, { headers: { ...apiHeaders, 'cache-control': 'public, max-age=60' } })
  })
  docs(app)
}

/** Takes as long whatever differs: neither the length nor a beginning that is right shows. */
const isSameText = (given: string, right: string) => {
  const [one, other] = [given, right].map((text) => createHash('sha256').update(text).digest())
  return one !== undefined && other !== undefined && timingSafeEqual(one, other)
}
