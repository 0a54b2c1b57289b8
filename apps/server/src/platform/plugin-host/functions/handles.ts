import { randomBytes } from 'node:crypto'

/**
 * Stands for the secrets of one call. A script is given handles, and what it composes of them (a URL, a header, a text to
 * sign) becomes real only in the server. A handle can't be guessed, so a text that a customer wrote never is one.
 */
export interface Handles {
  /** By the name of the secret. */
  readonly byName: Readonly<Record<string, string>>
  /** With the secrets in place of their handles; `encode` is applied to each. */
  fill(text: string, encode?: (secret: string) => string): string
  /** The handle that a text begins with, if it begins with one. */
  at(text: string): readonly string[]
  /** Whether a text holds a handle. */
  has(text: string): boolean
  /** Without the secrets: what others say may repeat them. */
  hide(text: string): string
}

// A shorter one is found in ordinary text, and can be guessed anyway.
const hiddenFrom = 6

export function handlesFor(secrets: Readonly<Record<string, string>>): Handles {
  const named = Object.entries(secrets)
    .filter(([, secret]) => secret !== '')
    .map(([name, secret]) => ({ name, secret, handle: `secret-${randomBytes(16).toString('hex')}` }))
  const known = new Map(named.map(({ handle, secret }) => [handle, secret]))
  const hidden = named.filter(({ secret }) => secret.length >= hiddenFrom)
  const handle = /secret-[0-9a-f]{32}/g
  return {
    byName: Object.fromEntries(named.map((one) => [one.name, one.handle])),
    fill: (text, encode = (secret) => secret) =>
      text.replaceAll(handle, (found) => {
        const secret = known.get(found)
        return secret === undefined ? found : encode(secret)
      }),
    at: (text) => named.flatMap((one) => (text.startsWith(one.handle) ? [one.handle] : [])),
    has: (text) => named.some((one) => text.includes(one.handle)),
    hide: (text) =>
      hidden.reduce(
        (left, one) =>
          [one.secret, encodeURIComponent(one.secret), JSON.stringify(one.secret).slice(1, -1)].reduce(
            (part, form) => part.replaceAll(form, `[${one.name}]`),
            left,
          ),
        text,
      ),
  }
}
