import type { Brand } from '@lessor/status/page'
import type { Ctx } from './call.ts'
import { notFound } from './refusals.ts'

/** Whose days "today" is, and in which zone the pages write times. */
export const zoneOf = ({ env }: Ctx): string => env.TIME_ZONE ?? 'Asia/Shanghai'

/** Who sells, where the operator says so. */
export function brandOf({ env: { BRAND_ZH, BRAND_EN, CONTACT = '' } }: Ctx): Brand | undefined {
  const zh = BRAND_ZH ?? BRAND_EN
  const en = BRAND_EN ?? BRAND_ZH
  return zh && en ? { zh, en, contact: CONTACT } : undefined
}

/** A built page as text; without a build there are no pages. */
export async function builtPage(c: Ctx, path: '/admin/' | '/status/'): Promise<string> {
  const page = await c.env.ASSETS?.fetch(new URL(path, c.req.url))
  if (!page?.ok) throw notFound()
  return page.text()
}

/** On every page; nothing inline runs. `styles` is what else may style it than its own files. */
export const pageHeaders = (styles = '') => ({
  'content-type': 'text/html; charset=UTF-8',
  'cache-control': 'private, no-store',
  'content-security-policy':
    `default-src 'none'; script-src 'self'; style-src 'self'${styles}; img-src 'self' data:; font-src 'self'; ` +
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
})
