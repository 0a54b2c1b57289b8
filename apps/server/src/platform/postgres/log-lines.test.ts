import { expect, test } from 'vitest'
import { eventOf } from './log-lines.ts'

test.each([
  ['00000 71 LOG:  database system is ready to accept connections', 'debug'],
  ['00000 71 LOG:  server process (PID 90) was terminated by signal 9: Killed', 'warn'],
  ['01000 71 WARNING:  out of sorts', 'warn'],
  ['23505 71 ERROR:  duplicate key value violates unique constraint "a_b"', 'warn'],
  ['57P01 71 FATAL:  terminating connection due to administrator command', 'info'],
  ['53100 71 FATAL:  could not write to file "x": No space left on device', 'error'],
  ['XX000 71 PANIC:  could not locate a valid checkpoint record', 'error'],
])('%s is %s', (line, level) => {
  const [sqlState, , , ...words] = line.split(/ +/)
  const state = sqlState === '00000' ? {} : { sqlState }
  expect(eventOf(line)).toEqual({ level, message: words.join(' '), pid: 71, ...state })
})

test('a line that no PostgreSQL wrote is a warning as it is', () => {
  const line = 'error while loading shared libraries: libpq.so.5'
  expect(eventOf(line)).toEqual({ level: 'warn', message: line })
})
