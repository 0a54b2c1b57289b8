import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'

export interface PostgresEvent {
  readonly level: 'debug' | 'info' | 'warn' | 'error'
  readonly message: string
  /** The PostgreSQL process that said it. */
  readonly pid?: number
  readonly sqlState?: string
}

/** `log_line_prefix` of the lines that `eventOf` reads: SQLSTATE and process. */
export const logLinePrefix = '%e %p '

const levels: Record<string, PostgresEvent['level']> = {
  WARNING: 'warn',
  ERROR: 'warn', // the statement's caller got the error and decides how bad it is
  FATAL: 'error',
  PANIC: 'error',
}
const remarkable = /was terminated by signal|exited with exit code|not properly shut down|no space left/i

/**
 * Reads one line of PostgreSQL's log: its everyday `LOG` lines become debug, what isn't a log line a warning. What quotes
 * people's data, and the further lines of a text, are left out.
 */
export function eventOf(line: string): PostgresEvent {
  const parts = /^([0-9A-Z]{5}) (\d+) ([A-Z]+): {2}(.*)$/.exec(line)
  if (!parts) return { level: 'warn', message: line.startsWith('\t') ? '...' : line.trim() }
  const [, sqlState = '', pid, severity = '', message = ''] = parts
  return {
    level: levelOf(severity, sqlState, message),
    message: mayQuote(severity, sqlState) ? 'a statement was refused' : message,
    pid: Number(pid),
    ...(sqlState === '00000' ? {} : { sqlState }),
  }
}

/** Whether an error is about what a statement was given, and quotes it; not one of the system or of resources. */
const mayQuote = (severity: string, sqlState: string): boolean =>
  severity === 'ERROR' && !/^(08|53|55|57|58|F0|XX)/.test(sqlState)

function levelOf(severity: string, sqlState: string, message: string): PostgresEvent['level'] {
  // 57P: PostgreSQL is stopping or not ready yet
  if (sqlState.startsWith('57P')) return 'info'
  return levels[severity] ?? (remarkable.test(message) ? 'warn' : 'debug')
}

/** Passes every line on, and remembers the last of them for the error message that may follow. */
export function tailOf(streams: readonly Readable[], onLine: (line: string) => void): () => string {
  const tail: string[] = []
  for (const input of streams) {
    createInterface({ input }).on('line', (line) => {
      tail.push(line)
      if (tail.length > 12) tail.shift()
      onLine(line)
    })
  }
  return () => tail.join('\n')
}
