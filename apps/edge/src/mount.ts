import { linkTo } from '@lessor/kit'
import { fileNameOf, type Context, type Operation } from '@lessor/status'
import type { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { idempotencyOf, ipOf, originOf, sameSite, type Ctx } from './call.ts'
import type { Act } from './changes.ts'
import { d1Store } from './d1-store.ts'
import { count } from './limits.ts'
import { cookieName, sessionOf, type Operator, type Session } from './operators.ts'
import { checkAll, jsonOf } from './parse.ts'
import { zoneOf } from './pages.ts'
import type { Env } from './platform.ts'
import { notFound } from './refusals.ts'
import { apiHeaders, done } from './reply.ts'

export type App = Hono<{ Bindings: Env; Variables: { requestId: string } }>

/** Serves an operation: who, same site, limit, fields, the operation itself, envelope; in this order. */
export function mount(app: App, operation: Operation): void {
  app.on(operation.method, operation.path, async (c) => {
    const { spec, handle } = operation
    const operator = spec.right === 'anyone' ? null : (await signedIn(c)).name
    if (operation.method !== 'get') sameSite(c)
    await counted(c, spec.limit, operator)
    const { text, json } = spec.body ? await jsonOf(c.req.raw) : { text: '', json: undefined }
    const [params, query, body] = checkAll([
      { schema: spec.params, value: c.req.param() },
      { schema: spec.query, value: c.req.query() },
      { schema: spec.body, value: json },
    ])
    const idempotency = spec.keyed ? await idempotencyOf(c, text) : undefined
    const act: Act = { now: new Date(), ...originOf(c), operator, idempotency }
    const data = await handle(contextOf(c, act), { params, query, body })
    if (data === undefined) throw notFound()
    const file = fileNameOf(operation)
    return file ? fileOf(file, data as AsyncGenerator<string>) : done(data, c.var.requestId)
  })
}

/** Who is signed in by this request's cookie; refuses without a valid session. */
export const signedIn = async (c: Ctx): Promise<Operator> => (await sessionIn(c)).operator

export const sessionIn = (c: Ctx): Promise<Session> => sessionOf(c.env, getCookie(c, cookieName))

async function counted(c: Ctx, limit: Operation['spec']['limit'], operator: string | null): Promise<void> {
  if (limit === 'status') await count(c.env, 'STATUS_LIMIT', ipOf(c))
  if (limit === 'write') await count(c.env, 'WRITE_LIMIT', operator ?? '')
}

export const contextOf = (c: Ctx, act: Act): Context => ({
  store: d1Store(c.env, act),
  now: act.now,
  zone: zoneOf(c),
  statusUrl: (token) => linkTo(c.env.PUBLIC_URL ?? new URL(c.req.url).origin, `/status/${token}`),
})

/** A CSV file to save, sent as it is made. */
export function fileOf(name: string, chunks: AsyncGenerator<string>): Response {
  const headers = {
    ...apiHeaders,
    'content-type': 'text/csv; charset=UTF-8',
    'content-disposition': `attachment; filename="${name}.csv"`,
  }
  return new Response(ReadableStream.from(chunks).pipeThrough(new TextEncoderStream()), { headers })
}
