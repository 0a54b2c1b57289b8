import { expect, test } from 'vitest'
import { idOf, isId, newId } from './ids.ts'

test('ids are in the order in which they were made, however many a millisecond has', () => {
  const made = Array.from({ length: 20_000 }, newId)
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made.every(isId)).toBe(true)
})

test('the time that an id tells is when it was made', () => {
  const before = Date.now()
  const ms = Number.parseInt(newId().replace('-', '').slice(0, 12), 16)
  expect(ms).toBeGreaterThanOrEqual(before)
  expect(ms).toBeLessThanOrEqual(Date.now())
})

test('the same parts have the same id, and parts that are joined otherwise another', () => {
  expect(idOf('a', 'b')).toBe(idOf('a', 'b'))
  expect(idOf('a', 'b')).not.toBe(idOf('ab'))
})
