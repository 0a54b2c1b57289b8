import { expect, test } from 'vitest'
import { waitText } from './waiting.ts'

test.each([
  [1, '1 second', ' 1 秒'],
  [60, '60 seconds', ' 60 秒'],
  [119, '119 seconds', ' 119 秒'],
  [120, 'about 2 minutes', '约 2 分钟'],
  [595, 'about 10 minutes', '约 10 分钟'],
])('%i s is %s', (seconds, en, zh) => expect(waitText(seconds)).toEqual({ en, zh }))
