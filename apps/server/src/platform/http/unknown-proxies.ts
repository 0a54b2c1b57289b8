import type { Logger } from '../log.ts'

/** Peers that forward requests of others but aren't in `server.trusted_proxies`. */
export interface UnknownProxies {
  note(peer: string): void
  /** Those of the last hour, by address. */
  seen(): string[]
}

const hourMs = 3_600_000
// A proxy forwards everything; a visitor who writes such a header tries it now and then.
const enough = 10
const mostPeers = 20

/** Until such a proxy is named, all its visitors share one address: one limit for all, and the logs show the proxy only. */
export function watchProxies(log: Logger): UnknownProxies {
  const peers = new Map<string, { requests: number; until: number }>()
  const forget = (now: number) => {
    for (const [peer, { until }] of peers) if (until <= now) peers.delete(peer)
  }
  return {
    note: (peer) => {
      const now = performance.now()
      const known = peers.get(peer)
      if (known && known.until > now) {
        known.until = now + hourMs
        if (++known.requests === enough) log.warn({ peer }, warning)
        return
      }
      if (peers.size >= mostPeers) forget(now)
      if (peers.size < mostPeers) peers.set(peer, { requests: 1, until: now + hourMs })
    },
    seen: () => {
      forget(performance.now())
      return [...peers].filter(([, { requests }]) => requests >= enough).map(([peer]) => peer)
    },
  }
}

const warning =
  'X-Forwarded-For comes from an address that is no trusted proxy: all its visitors share one limit; if it is your proxy, set server.trusted_proxies'
