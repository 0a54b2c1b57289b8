import fc from 'fast-check'
import { expect, test } from 'vitest'
import { beatDelay, retryDelay, soundInterval } from './pace.ts'

const dayMs = 86_400_000
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
const anyInterval = fc.integer({ min: 10_000, max: dayMs })

test('a heartbeat comes within a tenth of its interval, early or late', () => {
  fc.assert(
    fc.property(anyInterval, anyRandom, (intervalMs, at) => {
      const delay = beatDelay(intervalMs, () => at)
      expect(delay).toBeGreaterThanOrEqual(0.9 * intervalMs)
      expect(delay).toBeLessThanOrEqual(1.1 * intervalMs)
    }),
  )
  expect([0, 0.5, 1].map((at) => beatDelay(600_000, () => at))).toEqual([540_000, 600_000, 660_000])
})

test('each failure doubles the widest pause, up to the cap', () => {
  const widest = [1, 2, 3, 4, 5, 6, 2000].map((failures) =>
    retryDelay({ failures, baseMs: 2_000, capMs: 30_000, random: () => 1 }),
  )
  expect(widest).toEqual([2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000])
})

test('whatever fails, the pause is between a second and the cap, and all of that is used', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), anyInterval, anyRandom, (failures, capMs, at) => {
      const delay = retryDelay({ failures, baseMs: 2_000, capMs, random: () => at })
      expect(delay).toBeGreaterThanOrEqual(1_000)
      expect(delay).toBeLessThanOrEqual(capMs)
    }),
  )
  const spread = [0, 0.25, 0.5, 0.75, 1].map((at) =>
    retryDelay({ failures: 9, baseMs: 2_000, capMs: 101_000, random: () => at }),
  )
  expect(spread).toEqual([1_000, 26_000, 51_000, 76_000, 101_000])
})

test('no client comes back before the server said so, and not all at the same moment', () => {
  const at = (random: number, retryAfterMs: number) =>
    retryDelay({ failures: 1, baseMs: 2_000, capMs: 600_000, retryAfterMs, random: () => random })
  expect(at(0, 30_000)).toBe(31_000)
  expect(at(1, 30_000)).toBe(32_000)
  expect(at(0, Number.MAX_SAFE_INTEGER)).toBe(dayMs + 1_000)
})

test('an interval that makes no sense is brought to between a second and a day', () => {
  expect([-5, 0, 999, 600_000, 1e12].map(soundInterval)).toEqual([1_000, 1_000, 1_000, 600_000, dayMs])
})
