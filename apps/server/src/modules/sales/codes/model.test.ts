import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeText, normaliseCode, randomLength, statuses, statusOf, tailOf, tally } from './model.ts'

const anyPrefix = fc.stringMatching(/^[A-Z0-9]{0,8}$/)
const anyRandom = fc.uint8Array({ minLength: randomLength, maxLength: randomLength })
const anyCode = fc.tuple(anyPrefix, anyRandom).map(([prefix, random]) => codeText(prefix, random))

test('a code is its prefix and 20 characters in groups of five', () => {
  const random = Uint8Array.from({ length: randomLength }, (_, i) => i + 224)
  expect(codeText('VIP', random)).toBe('VIP-01234-56789-ABCDE-FGHJK')
  expect(codeText('', random)).toBe('01234-56789-ABCDE-FGHJK')
  expect(tailOf(codeText('VIP', random))).toBe('GHJK')
})

test('every random character can come, and none that is misread', () => {
  fc.assert(
    fc.property(anyRandom, (random) => {
      expect(codeText('', random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){3}$/)
    }),
  )
  const all = new Set(codeText('', randomBytes(randomLength)).replaceAll('-', ''))
  for (let i = 0; i < 200; i++) for (const letter of codeText('', randomBytes(randomLength))) all.add(letter)
  all.delete('-')
  expect(all.size).toBe(32)
})

test('100,000 codes of one batch are distinct, also as they are compared', () => {
  const texts = Array.from({ length: 100_000 }, () => codeText('VIP', randomBytes(randomLength)))
  expect(new Set(texts.map(normaliseCode)).size).toBe(100_000)
})

test('comparing what is compared changes nothing', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), anyCode), (text) => {
      expect(normaliseCode(normaliseCode(text))).toBe(normaliseCode(text))
    }),
  )
})

const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))

const retypings: Record<string, (text: string) => string> = {
  'in lower case': (text) => text.toLowerCase(),
  'without dashes': (text) => text.replaceAll('-', ''),
  'with spaces and line breaks': (text) => ` ${[...text].join(' ')}\r\n`,
  'with another kind of dash': (text) => text.replaceAll('-', '—'),
  'in full-width letters': fullWidth,
  'in lower-case full-width letters': (text) => fullWidth(text.toLowerCase()),
  'after Chinese words': (text) => `卡密：${text}，请尽快充值。`,
  'with O for 0': (text) => text.replaceAll('0', 'O'),
  'with I or l for 1': (text) => text.replace('1', 'I').replaceAll('1', 'l'),
  'with invisible characters of a web page': (text) => `\ufeff${text.replaceAll('-', '\u200b-\u00ad')}\u00a0`,
}

test.each(Object.entries(retypings))('a code matches %s', (_, retype) => {
  fc.assert(
    fc.property(anyCode, (text) => {
      expect(normaliseCode(retype(text))).toBe(normaliseCode(text))
    }),
  )
})

test('codes with different random parts never compare as one', () => {
  fc.assert(
    fc.property(anyPrefix, anyRandom, anyRandom, (prefix, one, other) => {
      const [text, another] = [codeText(prefix, one), codeText(prefix, other)]
      expect(normaliseCode(text) === normaliseCode(another)).toBe(text === another)
    }),
  )
})

const now = new Date('2026-07-01T04:00:00Z')
const later = new Date(now.getTime() + 1)

test.each([
  ['unused', { usedAt: null, revokedAt: null, expiresAt: later }],
  ['expired', { usedAt: null, revokedAt: null, expiresAt: now }],
  ['used', { usedAt: now, revokedAt: null, expiresAt: later }],
  ['used', { usedAt: now, revokedAt: null, expiresAt: now }],
  ['revoked', { usedAt: null, revokedAt: now, expiresAt: now }],
] as const)('a code is %s', (status, marks) => {
  expect(statusOf(marks, now)).toBe(status)
})

test('the statuses of a batch add up to its count', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(50), fc.boolean(), (used, revoked, left, over) => {
      const batch = { count: used + revoked + left, used, revoked, expiresAt: over ? now : later }
      const counts = tally(batch, now)
      expect(statuses.reduce((sum, status) => sum + counts[status], 0)).toBe(batch.count)
      expect(counts[over ? 'expired' : 'unused']).toBe(left)
    }),
  )
})
