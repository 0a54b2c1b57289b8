import { expect, test } from 'vitest'
import { guessDelayMs, waitText } from './waiting.ts'

test.each([
  [1, '1 second', ' 1 秒'],
  [60, '60 seconds', ' 60 秒'],
  [119, '119 seconds', ' 119 秒'],
  [120, 'about 2 minutes', '约 2 分钟'],
  [595, 'about 10 minutes', '约 10 分钟'],
])('%i s is %s', (seconds, en, zh) => expect(waitText(seconds)).toEqual({ en, zh }))

test('four failures are free, then each try waits longer, up to four seconds', () => {
  const failures = [0, 4, 5, 6, 7, 8, 9, 1_000_000]
  expect(failures.map(guessDelayMs)).toEqual([0, 0, 250, 500, 1_000, 2_000, 4_000, 4_000])
})
