import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { limits, limitsInProcess } from './limits.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const counting = () => {
  const { count } = limitsInProcess({ enabled: true, overrides: { open: { points: 3, seconds: 60 } } })
  return (key: string) => count('open', key)
}

test('so many tries are allowed, then none until the time is over', async () => {
  const attempt = counting()
  for (let i = 0; i < 3; i++) await attempt('a')
  vi.advanceTimersByTime(20_500)
  await expect(attempt('a')).rejects.toMatchObject({ code: 'rate_limited', extra: { retryAfterS: 40 } })
  vi.advanceTimersByTime(39_500)
  for (let i = 0; i < 3; i++) await attempt('a')
  await expect(attempt('a')).rejects.toThrow('rate_limited')
})

test('keys and limits are counted apart', async () => {
  const { count } = limitsInProcess({ enabled: true, overrides: {} })
  for (let i = 0; i < limits.register.points; i++) await count('register', 'a')
  await expect(count('register', 'a')).rejects.toThrow('rate_limited')
  await expect(count('register', 'b')).resolves.toBeUndefined()
  await expect(count('heartbeat', 'a')).resolves.toBeUndefined()
})

test('switched off, it counts nothing', async () => {
  const { count } = limitsInProcess({ enabled: false, overrides: { open: { points: 1, seconds: 60 } } })
  for (let i = 0; i < 10; i++) await expect(count('open', 'a')).resolves.toBeUndefined()
})
