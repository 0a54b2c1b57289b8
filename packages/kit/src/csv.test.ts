import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvHeader, csvLine } from './csv.ts'

test.for(['=1+1', '+1', '-1', '@sum', '\ttab', '\rreturn', '＋1', '－1', '＝1', '＠a'])(
  'a spreadsheet does not run %j',
  (text) => {
    expect(csvCell(text).replaceAll(/^"|"$/g, '')).toBe(`'${text}`)
  },
)

test.for(['\u00a0=1', '\u200b=1', ' \ufeff+1', '\u2060@a'])(
  'a spreadsheet does not run %j, which begins with what it skips',
  (text) => {
    expect(csvCell(text)).toBe(`'${text}`)
  },
)

test('people read headers in their language and times in their zone, programs neither', () => {
  const at = new Date('2026-11-28T22:52:11.000Z')
  const reader = { language: 'zh', zone: 'Asia/Shanghai' } as const
  expect(csvHeader(['id', 'used_at'], reader)).toBe('\ufeff编号,使用时间\r\n')
  expect(csvLine([at, '2026', null], reader)).toBe('2026-11-29 06:52:11,2026,\r\n')
  expect(csvHeader(['id', 'used_at'])).toBe('\ufeffid,used_at\r\n')
  expect(csvLine([at])).toBe('2026-11-28T22:52:11.000Z\r\n')
  expect(csvCell(new Date('2026-11-28T16:00:00Z'), reader)).toBe('2026-11-29 00:00:00')
})

test('a number stays a number, below zero too; nothing is an empty field', () => {
  expect(csvLine([-5, 0, true, null, ''])).toBe('-5,0,true,,\r\n')
})

test.for([
  ['a "quoted", one', '"a ""quoted"", one"'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['plain 文字; =1', 'plain 文字; =1'],
])('%j is written as RFC 4180 has it', ([text, written]) => {
  expect(csvCell(text!)).toBe(written)
})

test('whatever is in a line, it reads back as it was but for the quote before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (cells) => {
      const read = fieldsOf(csvLine(cells))
      expect(read.map((cell, i) => (cell === `'${cells[i]}` ? cells[i] : cell))).toEqual(cells)
      expect(
        read.every((cell) => !/^(?:[\s\p{Cf}]*[=+\-@\uff0b\uff0d\uff1d\uff20]|[\t\r])/u.test(cell)),
      ).toBe(true)
    }),
  )
})

/** The fields of one line, each after a comma: quoted ones up to their quote, others up to the next comma. */
function fieldsOf(line: string): string[] {
  const fields = `,${line.slice(0, -2)}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^",]*))/g)
  return [...fields].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain)
}
