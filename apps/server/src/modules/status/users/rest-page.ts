import { z } from '@hono/zod-openapi'
import { Refusal } from '@lessor/kit'
import { standing } from '@lessor/status'
import { fillPage, isLanguage, type Shown } from '@lessor/status/page'
import { brandShown } from '../../core/settings/index.ts'
import type { Command } from '../../../platform/command.ts'
import { securityHeaders } from '../../../platform/http/headers.ts'
import { get, type Route } from '../../../platform/http/route.ts'
import { notFound, rateLimited } from '../../../platform/refusals.ts'
import { contextOf, guessLink } from './rest.ts'

const statusOf = (shown: Shown) => (shown === 'unknown' ? 404 : shown === 'busy' ? 429 : 200)

/** The page of a link, with its content already in it; `template` is the built page, absent when it wasn't built. */
export const statusPage = (template: string | undefined): Route =>
  get(
    '/status/:token',
    {
      summary: 'The page of a status link, for people',
      who: 'anyone',
      params: z.object({ token: z.string() }),
      query: z.object({ lang: z.string().optional() }),
      data: { media: 'text/html', description: 'The page; a wrong link’s says so with 404' },
      refuses: [notFound],
    },
    async ({ cmd, origin, params, query }) => {
      const looked = look(cmd, origin, params.token)
      if (template === undefined) throw await looked.then(() => notFound())
      const shown = await looked.catch(refusedAs)
      const language = isLanguage(query.lang) ? query.lang : cmd.language
      const { brand, server } = cmd.services.settings
      const reader = { language, zone: server.time_zone, brand: brandShown(brand) } as const
      const headers = {
        ...securityHeaders,
        'content-type': 'text/html; charset=UTF-8',
        'cache-control': 'private, no-store',
      }
      return new Response(fillPage(template, shown, reader, cmd.now), { status: statusOf(shown), headers })
    },
  )

/** Counted with every other path to the same secret. */
async function look(cmd: Command, origin: string, token: string): Promise<Shown> {
  await cmd.services.limits.count('statusLink', cmd.ip)
  return guessLink(cmd, async () => {
    const shown = await standing(contextOf(cmd, origin), token)
    if (!shown) throw notFound()
    return shown
  })
}

/** What is refused gets a page too, not a piece of JSON. */
function refusedAs(error: unknown): Shown {
  if (error instanceof Refusal && error.code === rateLimited.code) return 'busy'
  if (error instanceof Refusal && error.code === notFound.code) return 'unknown'
  throw error
}
