import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits, limitsInProcess } from './limits.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }))
afterEach(() => void vi.useRealTimers())

const counting = () => {
  const { count } = limitsInProcess({ enabled: true, overrides: { open: { points: 3, seconds: 60 } } })
  return (key: string) => void count('open', key)
}

test('so many tries are allowed, then none until the time is over', () => {
  const attempt = counting()
  for (let i = 0; i < 3; i++) attempt('a')
  vi.advanceTimersByTime(20_500)
  expect(() => attempt('a')).toThrow('rate_limited')
  expect(() => attempt('a')).toThrow(
    expect.objectContaining({ extra: expect.objectContaining({ retryAfterS: 40 }) }),
  )
  vi.advanceTimersByTime(39_500)
  for (let i = 0; i < 3; i++) attempt('a')
  expect(() => attempt('a')).toThrow('rate_limited')
})

test('keys and limits are counted apart', () => {
  const { count } = limitsInProcess({ enabled: true, overrides: {} })
  for (let i = 0; i < limits.register.points; i++) void count('register', 'a')
  expect(() => count('register', 'a')).toThrow('rate_limited')
  expect(() => count('register', 'b')).not.toThrow()
  expect(() => count('heartbeat', 'a')).not.toThrow()
})

test('a counter under way is kept however many other keys come and go', () => {
  const attempt = counting()
  for (let i = 0; i < 5_000; i++) attempt(`early ${i}`)
  vi.advanceTimersByTime(59_000)
  for (let i = 0; i < 3; i++) attempt('a')
  vi.advanceTimersByTime(2_000)
  for (let i = 0; i < 20_000; i++) attempt(`late ${i}`)
  expect(() => attempt('a')).toThrow('rate_limited')
})

test('switched off, it counts nothing', () => {
  const { count } = limitsInProcess({ enabled: false, overrides: { open: { points: 1, seconds: 60 } } })
  for (let i = 0; i < 10; i++) expect(count('open', 'a')).toBeUndefined()
})
