import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { callersBehind } from './caller.ts'

const unknown: string[] = []
const callerOf = callersBehind(['10.0.0.0/8', '127.0.0.1', '2001:db8:1::/48'], (peer) => unknown.push(peer))

const request = (remoteAddress: string | undefined, forwardedFor?: string) =>
  ({
    socket: { remoteAddress },
    headers: forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor },
  }) as unknown as IncomingMessage

test.each([
  ['no proxy', '203.0.113.9', undefined, '203.0.113.9'],
  ['a stranger who claims another address', '203.0.113.9', '1.1.1.1', '203.0.113.9'],
  ['a trusted proxy without the header', '10.1.2.3', undefined, '10.1.2.3'],
  ['a trusted proxy', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['a trusted proxy over a dual-stack socket', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['a chain, in front of it what the client wrote', '127.0.0.1', '1.1.1.1, 203.0.113.9, 10.1.2.3', '203.0.113.9'],
  ['ports', '127.0.0.1', '1.1.1.1:1, 203.0.113.9:51234,10.1.2.3:8080', '203.0.113.9'],
  ['IPv6 with brackets and ports', '2001:db8:1::7', '[2001:db8:9::1]:443, [2001:db8:1::8]:80', '2001:db8:9::1'],
  ['IPv4-mapped addresses', '127.0.0.1', '::ffff:203.0.113.9, ::ffff:a01:203', '203.0.113.9'],
  ['tabs and spaces', '127.0.0.1', '1.1.1.1,\t203.0.113.9\t , 10.1.2.3', '203.0.113.9'],
  ['a client within the proxies own network', '10.1.2.3', '10.9.9.9', '10.9.9.9'],
  ['no address at all', '10.1.2.3', 'unknown', '10.1.2.3'],
  ['no address behind a proxy', '10.1.2.3', '1.1.1.1, _hidden, 10.1.2.4', '10.1.2.3'],
  ['a number that some parsers take for an address', '10.1.2.3', '1.1.1.1, 010.0.0.1', '10.1.2.3'],
  ['an empty header', '10.1.2.3', '', '10.1.2.3'],
  ['a socket that is already closed', undefined, '203.0.113.9', ''],
] as const)('the address of the client: %s', (_, peer, forwardedFor, ip) =>
  expect(callerOf(request(peer, forwardedFor)).ip).toBe(ip),
) // prettier-ignore

test('a peer that forwards but is no trusted proxy is noted, a trusted one is not', () => {
  unknown.length = 0
  callerOf(request('::ffff:203.0.113.9', '1.1.1.1'))
  callerOf(request('10.1.2.3', '1.1.1.1'))
  callerOf(request('203.0.113.10'))
  expect(unknown).toEqual(['203.0.113.9'])
})

test('without trusted proxies each peer counts as itself', () =>
  expect(callersBehind([], () => {})(request('127.0.0.1', '1.1.1.1')).ip).toBe('127.0.0.1'))
