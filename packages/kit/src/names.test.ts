import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { displayNameText, isDisplayName, isShownName, isUsername, nameKey, nameText } from './names.ts'

const anyLetter = fc.string({ unit: 'binary', minLength: 1, maxLength: 1 })

describe('a username', () => {
  test.for([
    'amy',
    'Amy_01',
    'a.b-c',
    '王小明',
    '王Amy',
    'Мария',
    'Ελένη_1',
    '김민준',
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
    ['Hangul fillers only', '\u3164\u3164'],
    ['a Hangul filler', 'amy\uffa0'],
    ['an invisible vowel', 'ក\u17b4'],
    ['a Cyrillic а among Latin letters', 'оwner'],
    ['a Greek ο among Latin letters', 'jοe'],
    ['a Latin a among Cyrillic letters', 'Мaрия'],
  ] as const)('may not have %s', ([, name]) => {
    expect(isUsername(name)).toBe(false)
  })
})

describe('a display name', () => {
  test.for([
    '李阿姨（微信 138）',
    'Mrs. Li [2nd floor] <b>',
    'A',
    '🙂',
    '👨\u200d👩\u200d👧',
    '  spaces around  ',
    '汉'.repeat(64),
    '🙂'.repeat(64),
  ])('may be "%s"', (name) => {
    expect(isDisplayName(name)).toBe(true)
  })

  test.for([
    ['nothing', ''],
    ['65 characters', '汉'.repeat(65)],
    ['a line break', 'Mrs.\nLi'],
    ['a line separator', 'Mrs.\u2028Li'],
    ['NUL', 'Li\0'],
    ['half of a pair', 'Li\ud800'],
    ['spaces only', '\u3000 \u00a0'],
    ['Hangul fillers only', '\u3164\uffa0'],
    ['zero-width characters only', '\u200b\u200d\ufeff'],
    ['variation selectors only', '\ufe0f'],
    ['blank Braille only', '\u2800\u2800'],
    ['a mark alone', '\u0301'],
    ['a turned direction', 'Li \u202eimdA'],
    ['an embedded direction', '\u202aLi\u202c'],
    ['an isolated direction', 'Li\u2067 (2)\u2069'],
  ] as const)('may not be %s', ([, name]) => {
    expect(isDisplayName(name)).toBe(false)
  })

  test('that turns the direction of text is still shown where it is there already', () => {
    expect(isShownName('Li \u202eimdA')).toBe(true)
    expect(isShownName('Li\nAdmi')).toBe(false)
  })

  test('may be of a script that is written from the right', () => {
    expect(isDisplayName('ליאת\u200e (2)')).toBe(true)
  })

  test('stays as it was typed', () => {
    expect(displayNameText(' （微信）ＡＢ ')).toBe('（微信）ＡＢ')
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
