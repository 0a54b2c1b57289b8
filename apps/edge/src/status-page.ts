import { Refusal } from '@lessor/kit'
import { standing } from '@lessor/status'
import { fillPage, type Shown } from '@lessor/status/page'
import { ipOf, type Ctx } from './call.ts'
import { count } from './limits.ts'
import { contextOf, type App } from './mount.ts'
import { notFound, rateLimited } from './refusals.ts'

const statusOf = (shown: Shown) => (shown === 'unknown' ? 404 : shown === 'busy' ? 429 : 200)

/** On the page and its files alike; nothing inline runs. */
const pageHeaders = {
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'private, no-store',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const

/** The page of a link, with its content already in it: it reads without a script. */
export function mountStatusPage(app: App): void {
  app.get('/status/:token', async (c) => {
    const template = await c.env.ASSETS?.fetch(new URL('/status/', c.req.url))
    if (!template?.ok) throw notFound()
    const now = new Date()
    const shown = await shownTo(c, c.req.param('token'), now)
    const language = c.req.query('lang') === 'en' ? 'en' : 'zh'
    const reader = { language, zone: c.env.TIME_ZONE ?? 'Asia/Shanghai' } as const
    const page = fillPage(await template.text(), shown, reader, now)
    return new Response(page, { status: statusOf(shown), headers: pageHeaders })
  })
}

/** Counted with every other path to the same secret; too many get a page, not a piece of JSON. */
async function shownTo(c: Ctx, token: string, now: Date): Promise<Shown> {
  try {
    await count(c.env, 'STATUS_LIMIT', ipOf(c))
  } catch (error) {
    if (error instanceof Refusal && error.code === rateLimited.code) return 'busy'
    throw error
  }
  return (await standing(contextOf(c, { now, ip: ipOf(c), operator: null }), token)) ?? 'unknown'
}
