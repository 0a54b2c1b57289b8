import { MINUTE_MS, SECOND_MS } from '@lessor/kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render, retryAt, untilText } from './model.ts'

const brand = { name: 'Shop', contact: 'shop@example.com' }
const template = { subject: 'To {name}', paragraphs: ['Dear {name},', '{code}'] }
const hostile = fc.string({
  unit: fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '{code}',
    '${7*7}',
    '\r',
    '\n',
    '\0',
    '\u2028',
    'a',
    '王',
    '{',
    '}',
  ),
})

describe('a field of a mail', () => {
  test('is shown as text, whatever stands in it', () => {
    fc.assert(
      fc.property(hostile, (name) => {
        const { subject, text, html } = render(template, { name, code: '12345678' }, brand)
        expect(subject).not.toMatch(/[\p{Cc}\u2028]/u)
        expect(text.split('\n')).toHaveLength(5)
        expect(text.match(/12345678/g)).toHaveLength(1)
        expect(html.match(/<\w+/g)).toEqual(
          render(template, { name: '', code: '' }, brand).html.match(/<\w+/g),
        )
        expect(html.match(/12345678/g)).toHaveLength(1)
      }),
    )
  })

  test('stands above the name of the seller and its contact, which are text too', () => {
    const { text, html } = render(
      template,
      { name: 'Amy', code: '1' },
      { name: '<b>{code}</b>', contact: '' },
    )
    expect(text).toBe('Dear Amy,\n\n1\n\n— <b>{code}</b>')
    expect(html).toContain('<p>— &lt;b&gt;{code}&lt;/b&gt;</p>')
  })

  test('that lacks is a bug, not an empty place', () => {
    expect(() => render(template, { name: 'Amy' }, brand)).toThrow('The mail has no field code')
  })
})

test('an end is shown to the minute, in the operator’s time zone', () => {
  expect(untilText(new Date('2026-07-01T16:05:59Z'), 'Asia/Shanghai')).toBe(
    '2026-07-02 00:05 (Asia/Shanghai)',
  )
})

test('a mail is tried 12 times, at first after seconds, then every half an hour', () => {
  const now = new Date('2026-07-01T04:00:00Z')
  const waits = Array.from({ length: 12 }, (_, i) => (retryAt(now, i + 1)?.getTime() ?? NaN) - now.getTime())
  expect(waits.slice(0, 3)).toEqual([10 * SECOND_MS, 20 * SECOND_MS, 40 * SECOND_MS])
  expect(waits[10]).toBe(30 * MINUTE_MS)
  expect(waits[11]).toBeNaN()
})
