import { expect, test } from 'vitest'
import { addressIn } from './addresses.ts'

test.each([
  ['192.0.2.1', '192.0.2.1'],
  ['192.0.2.1:51234', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['::FFFF:c000:201', '192.0.2.1'],
  ['[::ffff:192.0.2.1]:80', '192.0.2.1'],
  ['2001:DB8:0:0::0001', '2001:db8::1'],
  ['unknown', 'unknown'],
  ['', ''],
  // Numbers that some parsers take for an address.
  ['1', '1'],
  ['0x7f.1', '0x7f.1'],
  ['010.0.0.1', '010.0.0.1'],
])('%s is the address %s', (text, address) => expect(addressIn(text)).toBe(address))
