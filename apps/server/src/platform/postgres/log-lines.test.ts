import { expect, test } from 'vitest'
import { eventOf } from './log-lines.ts'

test.each([
  ['00000 71 LOG:  database system is ready to accept connections', 'debug'],
  ['00000 71 LOG:  server process (PID 90) was terminated by signal 9: Killed', 'warn'],
  ['01000 71 WARNING:  out of sorts', 'warn'],
  ['53100 71 ERROR:  could not extend file "base/5/1": No space left on device', 'warn'],
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

test('what quotes the values of a statement is left out, further lines of it too', () => {
  const quoting = '22P02 71 ERROR:  invalid input syntax for type uuid: "a name'
  const message = 'a statement was refused'
  expect(eventOf(quoting)).toEqual({ level: 'warn', message, pid: 71, sqlState: '22P02' })
  expect(eventOf('\tof two lines"')).toEqual({ level: 'warn', message: '...' })
})
