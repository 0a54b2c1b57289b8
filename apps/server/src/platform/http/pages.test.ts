import { expect, test } from 'vitest'
import { fill, fillManifest } from './pages.ts'

test('what a page is filled with stays text, and fills its own place only', () => {
  const html = '<html data-brand="" data-time-zone="UTC" data-other="x"><title>Old</title></html>'
  const attributes = {
    brand: '"><script>alert(1)</script>$& data-time-zone="evil"',
    'time-zone': 'Asia/Tokyo',
  }
  expect(fill(html, { title: '</title><script>$1', attributes })).toBe(
    '<html data-brand="&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;$&amp; data-time-zone=&quot;evil&quot;" ' +
      'data-time-zone="Asia/Tokyo" data-other="x"><title>&lt;/title&gt;&lt;script&gt;$1</title></html>',
  )
})

test('an installed app bears the seller’s name, whatever signs it has, and keeps the rest', () => {
  const filled = fillManifest('{"name":"Old","short_name":"Old","start_url":"/"}', {
    title: '"}小店\\',
    attributes: {},
  })
  expect(JSON.parse(filled)).toEqual({ name: '"}小店\\', short_name: '"}小店\\', start_url: '/' })
})
