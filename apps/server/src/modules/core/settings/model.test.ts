import { expect, test } from 'vitest'
import { readConfig } from '../../../config.ts'
import { isSender, isSmtpUrl } from '../../../config-keys.ts'
import { changed, inForce, withoutPassword } from './model.ts'

const config = readConfig({
  CONFIG_FILE: '/dev/null',
  LOCAL_CONFIG_FILE: '/dev/null',
  HEARTBEAT_INTERVAL: '30',
})

test('the configuration wins over staff, staff over the default', () => {
  const given = { 'verification.heartbeat_interval_secs': 60, 'verification.tolerance_secs': 5 }
  const { verification } = inForce(config, config.given, given)
  expect(verification).toMatchObject({
    heartbeat_interval_secs: 30,
    tolerance_secs: 5,
    cleanup_interval_secs: 300,
  })
  expect(config.verification.tolerance_secs).toBe(120)
})

test('null gives a key back, and leaves the others', () => {
  const given = changed({ 'brand.name_zh': '小店', 'brand.name_en': 'Shop' }, { 'brand.name_zh': null })
  expect(given).toEqual({ 'brand.name_en': 'Shop' })
  expect(inForce(config, config.given, given).brand.name_zh).toBe('Lessor')
})

test.for([
  ['smtp://mail.example.com', true],
  ['smtps://user%40shop:pass%20word@mail.example.com:465', true],
  ['smtp://[::1]:25/', true],
  ['http://mail.example.com', false],
  ['mail.example.com:25', false],
  ['smtp://', false],
  ['smtp://mail.example.com/?sendmail=true&path=/bin/sh', false],
  ['smtp://mail.example.com?pool=true', false],
  ['smtp://mail.example.com#x', false],
  ['direct:mail.example.com', false],
] as const)('%s names a mail server: %s', ([text, is]) => expect(isSmtpUrl(text)).toBe(is))

test.for([
  ['shop@example.com', true],
  ['小店 <shop@example.com>', true],
  ['shop', false],
  ['Shop <shop>', false],
  ['a@example.com, b@example.com', false],
  ['Shop <a@example.com>\r\nBcc: b@example.com', false],
] as const)('%s may stand as the sender: %s', ([text, is]) => expect(isSender(text)).toBe(is))

test('of an address everything is shown but the password and its options', () => {
  expect(withoutPassword('smtps://me:secret@mail.example.com:465?x=y')).toBe(
    'smtps://me@mail.example.com:465',
  )
  expect(withoutPassword('')).toBeNull()
  expect(withoutPassword('not an address: secret')).not.toContain('secret')
})
