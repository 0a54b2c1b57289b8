import { expect, test } from 'vitest'
import { isSameSite, type Arrival } from './same-site.ts'

const plain = { origin: undefined, referer: undefined, fetchSite: undefined, publicOrigin: undefined }
const at = (host: string | undefined, rest: Partial<Arrival> = {}): Arrival => ({
  ...plain,
  host,
  scheme: 'http',
  ...rest,
})
const local = 'localhost:28001'
const behindTls = { scheme: 'https', host: 'shop.example' } as const
const publicOrigin = 'https://shop.example'

test.each<[string, Arrival]>([
  ['a program: no Origin, no Referer', at(local)],
  ['our own origin', at(local, { origin: `http://${local}` })],
  ['our own page’s Referer, without Origin', at(local, { referer: `http://${local}/admin/codes?x=1` })],
  [
    'our own origin, compared by the browser too',
    at(local, { origin: `http://${local}`, fetchSite: 'same-origin' }),
  ],
  ['an address that somebody typed', at(local, { fetchSite: 'none' })],
  ['behind a proxy with HTTPS that passes the scheme on', at('', { ...behindTls, origin: publicOrigin })],
  [
    'behind a proxy with HTTPS that doesn’t, with a browser that compared',
    at('shop.example', { origin: publicOrigin, fetchSite: 'same-origin' }),
  ],
  ['the public address, under another Host', at('127.0.0.1:28001', { origin: publicOrigin, publicOrigin })],
  ['the machine’s own address beside the public one', at(local, { origin: `http://${local}`, publicOrigin })],
  ['a port that the scheme implies', at('shop.example:80', { origin: 'http://shop.example' })],
])('passes: %s', (_, arrival) => expect(isSameSite(arrival)).toBe(true))

const foreign = ['null', '', ' ', 'junk', 'http://', 'https://evil.example', 'http://localhost', 'http://localhost:28002',
  `https://${local}`, `ftp://${local}`, `http://${local}/`, `http://${local}.evil.example`, `http://x@${local}`,
  `http://evil.example, http://${local}`, 'http://undefined', 'file://'] // prettier-ignore

test.each([
  ['no public address', undefined],
  ['a public address', publicOrigin],
])('with %s, any other Origin is refused, whatever else is said', (_, set) => {
  for (const origin of foreign) {
    for (const rest of [{}, { referer: `http://${local}/` }, { fetchSite: 'none' }]) {
      const arrival = at(local, { origin, publicOrigin: set, ...rest })
      expect([origin, isSameSite(arrival)]).toEqual([origin, false])
    }
  }
})

test.each<[string, Arrival]>([
  ['another scheme than the public one', at('shop.example', { origin: 'http://shop.example', publicOrigin })],
  ['Origin undefined where Host is absent', at(undefined, { origin: 'http://undefined' })],
  ['a foreign Referer', at(local, { referer: 'https://evil.example/page' })],
  ['a Referer that is no address', at(local, { referer: 'junk' })],
  ['an empty Referer', at(local, { referer: '' })],
  ...['cross-site', 'same-site', '', 'Same-Origin', 'same-origin, cross-site'].flatMap((fetchSite) => [
    [`Sec-Fetch-Site: ${fetchSite}`, at(local, { fetchSite })] as [string, Arrival],
    [
      `Sec-Fetch-Site: ${fetchSite} beside our own origin`,
      at(local, { origin: `http://${local}`, fetchSite }),
    ] as [string, Arrival],
  ]),
])('refuses: %s', (_, arrival) => expect(isSameSite(arrival)).toBe(false))
