import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUsername, nameKey, nameText } from './names.ts'

const anyLetter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })

describe('a username', () => {
  test.for([
    'amy',
    'Amy_01',
    'a.b-c',
    '王小明',
    'Müller',
    'ยุทธนา',
    'ｗｉｄｅ１２３',
    ' amy ',
    '㍿',
    'x'.repeat(32),
  ])('may be "%s"', (name) => {
    expect(isUsername(name)).toBe(true)
  })

  test.for([
    ['nothing', ''],
    ['one letter', 'a'],
    ['33 letters', 'x'.repeat(33)],
    ['a space within', 'amy lee'],
    ['a line break', 'amy\nlee'],
    ['NUL', 'amy\0'],
    ['an @, as mail addresses have', 'amy@example.org'],
    ['markup', '<b>amy'],
    ['an invisible letter', 'a\u200bmy'],
    ['a turned direction', 'amy\u202eyma'],
    ['a mark without its letter', '\u0301amy'],
    ['half of a pair', 'amy\ud800'],
    ['a picture', 'amy🙂'],
  ] as const)('may not have %s', ([, name]) => {
    expect(isUsername(name)).toBe(false)
  })
})

describe('names are the same', () => {
  test.for([
    ['Amy', 'aMY'],
    ['ＡＭＹ', 'amy'],
    ['Müller', 'Mu\u0308LLER'],
    ['ﬁona', 'FIONA'],
  ] as const)('%s and %s', ([one, other]) => {
    expect(nameKey(one)).toBe(nameKey(other))
  })

  test('whatever is typed, the key of a key is that key', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.constantFrom('\u00a8', ' ', 'Σ', 'İ'), anyLetter) }),
        (name) => {
          expect(nameKey(nameKey(name))).toBe(nameKey(name))
          expect(nameKey(nameText(name))).toBe(nameKey(name))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
