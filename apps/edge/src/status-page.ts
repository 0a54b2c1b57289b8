import { Refusal } from '@lessor/kit'
import { standing } from '@lessor/status'
import { fillPage, isLanguage, type Shown } from '@lessor/status/page'
import { ipOf, originOf, type Ctx } from './call.ts'
import { count } from './limits.ts'
import { contextOf, type App } from './mount.ts'
import { brandOf, builtPage, pageHeaders, zoneOf } from './pages.ts'
import { rateLimited } from './refusals.ts'
import { languageOf } from './reply.ts'

const statusOf = (shown: Shown) => (shown === 'unknown' ? 404 : shown === 'busy' ? 429 : 200)

/** The page of a link, with its content already in it: it reads without a script. */
export function mountStatusPage(app: App): void {
  app.get('/status/:token', async (c) => {
    const now = new Date()
    const shown = await shownTo(c, c.req.param('token'), now)
    const template = await builtPage(c, '/status/')
    const chosen = c.req.query('lang')
    const language = isLanguage(chosen) ? chosen : languageOf(c.req.header('accept-language'))
    const reader = { language, zone: zoneOf(c), brand: brandOf(c) } as const
    const page = fillPage(template, shown, reader, now)
    return new Response(page, { status: statusOf(shown), headers: pageHeaders() })
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
  return (await standing(contextOf(c, { now, ...originOf(c), operator: null }), token)) ?? 'unknown'
}
