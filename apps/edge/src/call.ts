import { isSameSite } from '@lessor/kit'
import { tokenHash } from '@lessor/status'
import type { Context } from 'hono'
import type { Act, Origin } from './changes.ts'
import type { Env } from './platform.ts'
import { crossSite, keyInvalid } from './refusals.ts'

export type Ctx = Context<{ Bindings: Env; Variables: { requestId: string } }>

/** The address that Cloudflare saw; a client can't write this header. */
export const ipOf = (c: Ctx): string => c.req.header('cf-connecting-ip') ?? ''

/** Whether browsers come by https: then cookies are Secure, and http is never used again (RFC 6797). */
export const isHttps = (c: Ctx): boolean =>
  [c.req.url, c.env.PUBLIC_URL].some((url) => url?.startsWith('https:'))

/** Who asks, by machine and program, as the log has it. */
export const originOf = (c: Ctx): Origin => ({
  ip: ipOf(c),
  userAgent: (c.req.header('user-agent') ?? '').slice(0, 300),
  requestId: c.var.requestId,
})

/** A write that a cookie authenticates, or that sets one, must come from our own pages. */
export function sameSite(c: Ctx): void {
  const { protocol, host } = new URL(c.req.url)
  const { PUBLIC_URL: publicUrl } = c.env
  const arrival = {
    origin: c.req.header('origin'),
    referer: c.req.header('referer'),
    fetchSite: c.req.header('sec-fetch-site'),
    host,
    scheme: protocol === 'https:' ? 'https' : 'http',
    publicOrigin: publicUrl && new URL(publicUrl).origin,
  } as const
  if (!isSameSite(arrival)) throw crossSite()
}

/** The Idempotency-Key of a request, with a hash of what is asked. */
export async function idempotencyOf(c: Ctx, body: string): Promise<Act['idempotency']> {
  const key = c.req.header('idempotency-key')
  if (key === undefined) return undefined
  if (!/^[\x21-\x7e]{8,200}$/.test(key)) throw keyInvalid()
  return { key, request: await tokenHash(`${c.req.method} ${c.req.path}\n${body}`) }
}
