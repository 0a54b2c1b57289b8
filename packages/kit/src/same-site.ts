/** What a request says of where it comes from, and where it arrived. */
export interface Arrival {
  readonly origin: string | undefined
  readonly referer: string | undefined
  /** Sec-Fetch-Site, which no page can write. */
  readonly fetchSite: string | undefined
  /** The Host header: how the browser names this server, unless a proxy rewrites it. */
  readonly host: string | undefined
  /** The scheme that the browser used, where that is known. */
  readonly scheme: 'http' | 'https'
  /** The origin of the public address, where one is set. */
  readonly publicOrigin: string | undefined
}

/**
 * Whether a write comes from our own pages, or from a program: that sends neither Origin nor Referer, while browsers send
 * Origin with every write from another site. What is there must equal ours; nothing absent equals anything.
 */
export function isSameSite(arrival: Arrival): boolean {
  const { origin, referer, fetchSite } = arrival
  if (fetchSite !== undefined && fetchSite !== 'same-origin' && fetchSite !== 'none') return false
  if (origin === undefined && referer === undefined) return true
  const from = origin ?? originOf(referer)
  return from !== undefined && ownOrigins(arrival).includes(from)
}

function ownOrigins({ host, scheme, publicOrigin, fetchSite }: Arrival): string[] {
  // The browser itself compared scheme, host and port: behind a proxy that doesn't pass the scheme on, it is either.
  const schemes = fetchSite === 'same-origin' ? ['http', 'https'] : [scheme]
  const asked = host === undefined ? [] : schemes.flatMap((one) => originOf(`${one}://${host}`) ?? [])
  if (publicOrigin === undefined) return asked
  // Under its public name the server has one scheme and no other; under another (on its own machine) what was asked.
  return [publicOrigin, ...asked.filter((one) => new URL(one).host !== new URL(publicOrigin).host)]
}

function originOf(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined
  const { origin, protocol } = new URL(address)
  return /^https?:$/.test(protocol) ? origin : undefined
}
