import { expect, test } from 'vitest'
import { openLog } from './log.ts'
import { openSteadiness } from './steadiness.ts'

const log = await openLog({ level: 'silent', format: 'json', destination: { write: () => undefined } })
const hour = 3_600_000

/** A machine whose clocks move as the test says. */
function machine() {
  const at = { steady: 1_000_000, wall: Date.parse('2026-07-01T00:00:00Z') }
  const steadiness = openSteadiness(log, { wallMs: () => at.wall, steadyMs: () => at.steady })
  const pass = (ms: number, wallMs = ms) => {
    // In steps: who looks rarely looks frozen.
    for (let gone = 0; gone < ms; gone += 1_000) {
      at.steady += 1_000
      at.wall += 1_000
      steadiness.doubt()
    }
    at.wall += wallMs - ms
  }
  return { at, steadiness, pass }
}

test('a clock that was set is in doubt until it is right again', () => {
  const { at, steadiness, pass } = machine()
  pass(10_000)
  expect(steadiness.doubt()).toBeUndefined()
  at.wall += 400 * 24 * hour
  expect(steadiness.doubt()).toBe('clock_jumped')
  pass(60_000)
  expect(steadiness.doubt()).toBe('clock_jumped')
  at.wall -= 400 * 24 * hour
  expect(steadiness.doubt()).toBeUndefined()
  expect(steadiness.uninterruptedMs()).toBe(0)
})

test('a clock that was set right is believed after an hour', () => {
  const { at, steadiness, pass } = machine()
  at.wall += 56 * 365 * 24 * hour // a machine that began in 1970
  expect(steadiness.doubt()).toBe('clock_jumped')
  pass(hour - 2_000)
  expect(steadiness.doubt()).toBe('clock_jumped')
  pass(4_000)
  expect(steadiness.doubt()).toBeUndefined()
  at.wall -= hour
  expect(steadiness.doubt()).toBe('clock_jumped')
})

test('a suspended machine is no set clock, and an interruption', () => {
  const { at, steadiness, pass } = machine()
  pass(60_000)
  expect(steadiness.uninterruptedMs()).toBe(60_000)
  at.steady += 8 * hour
  at.wall += 8 * hour
  expect(steadiness.doubt()).toBeUndefined()
  expect(steadiness.uninterruptedMs()).toBe(0)
})

test('a slewed clock is believed', () => {
  const { at, steadiness, pass } = machine()
  for (let i = 0; i < 100; i++) {
    pass(1_000)
    at.wall += 500
    expect(steadiness.doubt()).toBeUndefined()
  }
})

test('a database with another time is a doubt for as long as it has it', () => {
  const { at, steadiness } = machine()
  const said = (byMs: number) => steadiness.compare(new Date(at.wall + byMs))
  said(20_000)
  expect(steadiness.doubt()).toBeUndefined()
  for (const byMs of [31_000, -31_000, 400 * 24 * hour]) {
    said(byMs)
    expect(steadiness.doubt()).toBe('clocks_differ')
  }
  said(-20_000)
  expect(steadiness.doubt()).toBeUndefined()
  expect(steadiness.uninterruptedMs()).toBe(0)
})
