import { expect, test } from 'vitest'
import { escapeHtml, fill, fillHtml } from './fill.ts'

test('each place is filled, in one pass', () => {
  const values: Record<string, string> = { a: '{b}', b: '$& $1' }
  expect(fill('{a} {b} {a}, { a } {}', (name) => values[name] ?? '')).toBe('{b} $& $1 {b}, { a } {}')
})

test('text in HTML is text', () => {
  expect(escapeHtml(`<a href="x" id='y'>&amp;</a>`)).toBe(
    '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;',
  )
})

test('what a page is filled with stays text, and fills its own place only', () => {
  const html = '<html data-brand="" data-time-zone="UTC" data-other="x"><title>Old</title></html>'
  const attributes = {
    brand: '"><script>alert(1)</script>$& data-time-zone="evil"',
    'time-zone': 'Asia/Tokyo',
  }
  expect(fillHtml(html, { title: '</title><script>$1', attributes })).toBe(
    '<html data-brand="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;$&amp; data-time-zone=&quot;evil&quot;" ' +
      'data-time-zone="Asia/Tokyo" data-other="x"><title>&lt;/title&gt;&lt;script&gt;$1</title></html>',
  )
})

test('a page keeps what it isn’t given', () => {
  const page = '<html data-brand="" data-kind="shop"><title>Old</title>'
  expect(fillHtml(page, { attributes: {} })).toBe(page)
})
