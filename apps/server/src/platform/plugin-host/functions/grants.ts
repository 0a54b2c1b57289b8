import type { LookupFunction } from 'node:net'
import { isIP } from 'node:net'
import { lookup } from 'node:dns'
import { HostRefusal } from '../host.ts'
import { isIn, isPublicAddress, rangeIn } from './addresses.ts'

/**
 * Where a script may connect. An entry is a name (`api.example.com`), all names below one (`*.example.com`), each with a
 * port if it isn't the usual one (`name:8443`) and with `http://` if it needn't be encrypted; or an address or range
 * (`10.0.0.0/8`) that is allowed although it is special. Naming an address as host grants it too.
 */
export interface Granted {
  /** Throws a refusal for a host, port or scheme that isn't granted. */
  demand(scheme: string, host: string, port: number): void
  /** Throws a refusal for an address that is special and not granted. */
  demandAddress(host: string, address: string): void
  /** Resolves a name and refuses its special addresses; for the `lookup` of a connection. */
  readonly lookup: LookupFunction
}

interface Entry {
  readonly isPlain: boolean
  readonly name: string
  readonly port: number | undefined
}

/** What an entry of the list says; undefined when it can't be understood. */
export function entryIn(text: string): Entry | { readonly range: string } | undefined {
  const range = rangeIn(text)
  if (range) return { range }
  const [, scheme = 'https', name = '', port] =
    /^(?:(https?):\/\/)?((?:\*\.)?[^\s/:*?#[\]@]+|\[[0-9a-fA-F:.]+\])(?::(\d{1,5}))?\/?$/.exec(text) ?? []
  if (!name) return undefined
  const probe = `${scheme}://${name.replace(/^\*\./, '')}`
  if (!URL.canParse(probe)) return undefined
  const host = plainHost(new URL(probe).hostname)
  return {
    isPlain: scheme === 'http',
    name: name.startsWith('*.') ? `*.${host}` : host,
    port: port === undefined ? undefined : Number(port),
  }
}

/** A host as it is compared and resolved: without brackets, and without the dot at its end. */
export const plainHost = (host: string): string => host.replace(/^\[|\]$/g, '').replace(/\.$/, '')

const usualPort = (isPlain: boolean) => (isPlain ? 80 : 443)

export function grantedBy(list: readonly string[]): Granted {
  const entries = list.map(entryIn).filter((entry) => entry !== undefined)
  const hosts = entries.filter((entry) => 'name' in entry)
  const ranges = [
    ...entries.flatMap((entry) => ('range' in entry ? [entry.range] : [])),
    ...hosts.flatMap(({ name }) => rangeIn(name) ?? []),
  ]
  const demandAddress = (host: string, address: string) => {
    if (isPublicAddress(address) || isIn(ranges, address)) return
    throw new HostRefusal(
      `${host} is at ${address}, which is no public address; the interface does not grant it.`,
    )
  }
  return {
    demand: (scheme, host, port) => {
      const isPlain = scheme !== 'https'
      const isGranted = hosts.some(
        (entry) =>
          (entry.isPlain || !isPlain) &&
          (entry.name.startsWith('*.') ? host.endsWith(entry.name.slice(1)) : host === entry.name) &&
          (entry.port ?? usualPort(isPlain)) === port,
      )
      if (isGranted) return
      const at = port === usualPort(isPlain) ? host : `${host}:${port}`
      throw new HostRefusal(`${isPlain ? `${scheme}://` : ''}${at} is not among the hosts of the interface.`)
    },
    demandAddress,
    lookup: (host, options, callback) => {
      lookup(host, { ...options, all: true }, (error, addresses) => {
        if (error) return callback(error, '', 0)
        try {
          for (const { address } of addresses) demandAddress(host, address)
        } catch (refusal) {
          return callback(refusal as Error, '', 0)
        }
        const [first] = addresses
        if (options.all) return callback(null, addresses)
        callback(null, first?.address ?? '', first?.family)
      })
    },
  }
}

/** Refuses at once what a literal address names: such a connection asks no `lookup`. */
export function demandHost(granted: Granted, host: string): void {
  if (isIP(host)) granted.demandAddress(host, host)
}
