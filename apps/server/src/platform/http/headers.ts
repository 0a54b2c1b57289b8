/** On every answer. The pages add nothing inline, so no script but our own files can run. */
export const securityHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "connect-src 'self'; manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
} as const

/** Answers of the API are somebody's own: no cache keeps them. */
export const apiHeaders = {
  ...securityHeaders,
  'content-type': 'application/json; charset=UTF-8',
  'cache-control': 'private, no-store',
} as const

/** While the public address is https: browsers that came by it once never use http again (RFC 6797). */
export const strictTransport = ['strict-transport-security', 'max-age=31536000'] as const
