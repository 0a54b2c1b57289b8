import { expect, test } from 'vitest'
import { linkTo } from './links.ts'

test.each(['https://vip.example', 'https://vip.example/', 'https://vip.example//'])('under %s', (base) => {
  expect(linkTo(base, '/status/x')).toBe('https://vip.example/status/x')
})

test('a path of the address stays', () => {
  expect(linkTo('https://example.com/vip/', '/admin')).toBe('https://example.com/vip/admin')
})
