import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJsonType, isStorable, parseJsonBounded } from './json.ts'

test('any JSON that is not deep is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      expect(parseJsonBounded(text)).toEqual(JSON.parse(text))
    }),
  )
})

test('32 levels are read, 33 are not, and brackets in text are no levels', () => {
  const nested = (levels: number) => '['.repeat(levels) + ']'.repeat(levels)
  expect(parseJsonBounded(nested(32))).toEqual(JSON.parse(nested(32)))
  expect(() => parseJsonBounded(nested(33))).toThrow(SyntaxError)
  expect(() => parseJsonBounded(nested(30_000))).toThrow(SyntaxError)
  expect(parseJsonBounded(JSON.stringify(`"\\${nested(500)}`))).toBe(`"\\${nested(500)}`)
})

test.each(['\0', 'a\0b', '\ud800', 'a\udc00b', '\udc00\ud800'])(
  '%j is not storable, as a value, a key, or within',
  (text) => {
    for (const value of [text, [text], { a: text }, { [text]: 1 }, [{ a: [{ [text]: null }] }]])
      expect(isStorable(value)).toBe(false)
  },
)

test.each(['', '😀', '\ud83d\ude00', '\u0001', 0, null, true, undefined, [], {}, { a: [{ 字: '字' }] }])(
  '%j is storable',
  (value) => expect(isStorable(value)).toBe(true),
)

test('the type of JSON is said, with or without parameters, and nothing else is it', () => {
  for (const type of ['application/json', 'Application/JSON; charset=utf-8', 'application/json ;x=y'])
    expect(isJsonType(type)).toBe(true)
  for (const type of [
    undefined,
    null,
    '',
    'text/plain',
    'text/json',
    'application/jsonp',
    'application/x-www-form-urlencoded',
    'x application/json',
    'multipart/form-data',
  ])
    expect(isJsonType(type)).toBe(false)
})
