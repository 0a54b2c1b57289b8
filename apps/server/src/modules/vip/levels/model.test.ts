import { expect, test } from 'vitest'
import { access } from './model.ts'

test.each([
  [0, 0, true, 'free'],
  [5, 0, true, 'free'],
  [0, 1, false, 'level_too_low'],
  [2, 3, false, 'level_too_low'],
  [3, 3, true, 'level_held'],
  [4, 3, true, 'level_held'],
] as const)(
  'level %d and software for level %d: allowed %s, %s',
  (level, requiredVipLevel, allowed, reason) => {
    expect(access(level, { requiredVipLevel })).toEqual({ allowed, reason })
  },
)
