import { expect, test } from 'vitest'
import { intervalFor, validityFor } from './model.ts'

test.each([
  { own: null, pressure: 1, sent: 600 },
  { own: 60, pressure: 1, sent: 60 },
  { own: null, pressure: 2.5, sent: 1_500 },
  { own: null, pressure: 99, sent: 2_400 },
  { own: null, pressure: 0, sent: 600 },
])('a client gets $sent s (its own $own, pressure $pressure)', ({ own, pressure, sent }) => {
  expect(intervalFor(own, 600, pressure)).toBe(sent)
})

test.each([
  { own: null, pressure: 1, validS: 1_200 },
  { own: 60, pressure: 1, validS: 120 },
  { own: 86_400, pressure: 1, validS: 1_200 },
  { own: 86_400, pressure: 2, validS: 2_400 },
  { own: 60, pressure: 2, validS: 240 },
])('a signed answer is good for $validS s (own interval $own, pressure $pressure)', (row) => {
  expect(validityFor(row.own, 600, row.pressure)).toBe(row.validS)
})
