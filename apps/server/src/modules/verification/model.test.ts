import { expect, test } from 'vitest'
import { intervalFor } from './model.ts'

test.each([
  { own: null, pressure: 1, told: 600 },
  { own: 60, pressure: 1, told: 60 },
  { own: null, pressure: 2.5, told: 1_500 },
  { own: null, pressure: 99, told: 2_400 },
  { own: null, pressure: 0, told: 600 },
])('a client is told $told s (its own $own, pressure $pressure)', ({ own, pressure, told }) => {
  expect(intervalFor(own, 600, pressure)).toBe(told)
})
