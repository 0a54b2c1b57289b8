import { expect, test } from 'vitest'
import { networkOf } from './addresses.ts'

test.each([
  ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
  ['2001:DB8:0:1:ffff:ffff:ffff:ffff', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:0:0:0:2', '2001:db8:0:1::/64'],
  ['2001:db8::', '2001:db8:0:0::/64'],
  ['2001:db8::1:2:3:4:5', '2001:db8:0:1::/64'],
  ['::1', '0:0:0:0::/64'],
  ['64:ff9b::192.0.2.1', '64:ff9b:0:0::/64'],
  ['192.0.2.1', '192.0.2.1'],
  ['019a0000-0000-7000-8000-00000000dead', '019a0000-0000-7000-8000-00000000dead'],
  ['', ''],
])('%s is counted as %s', (address, network) => expect(networkOf(address)).toBe(network))

test('every address of a /64 is counted as one, and its neighbour as another', () => {
  const random = () => Math.floor(Math.random() * 65_536).toString(16)
  const inside = Array.from(
    { length: 200 },
    () => `2001:db8:7:9:${random()}:${random()}:${random()}:${random()}`,
  )
  expect(new Set(inside.map(networkOf))).toEqual(new Set(['2001:db8:7:9::/64']))
  expect(networkOf('2001:db8:7:a::1')).not.toBe(networkOf('2001:db8:7:9::1'))
})
