import { pino, type Logger } from 'pino'
import { knownOf } from './log-errors.ts'
import { openLogOutput } from './log-output.ts'

export type { Logger }

// Whatever name a secret travels under: no log line may hold it (checked by a test over the real output).
const secretFields = [
  'password', 'old_password', 'new_password', 'token', 'session_token', 'card_code', 'totp', 'link',
  'authorization', 'cookie', 'secret', 'signed', 'recovery_codes', 'nonce',
] // prettier-ignore

const redact = {
  paths: secretFields.flatMap((field) => [field, `*.${field}`, `*.*.${field}`]),
  censor: '[hidden]',
}

export interface LogOptions {
  readonly level: string
  readonly format: 'json' | 'pretty'
  readonly destination?: { write(line: string): void }
}

export async function openLog(options: LogOptions): Promise<Logger> {
  const base = { level: options.level, redact, base: null, serializers: { err: knownOf } }
  if (options.destination) return pino(base, options.destination)
  const output = openLogOutput(1)
  if (options.format === 'json') return pino(base, output)
  const { prettyFactory } = await import('pino-pretty')
  const pretty = prettyFactory({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', colorize: true })
  return pino(base, { write: (line) => output.write(pretty(line)) })
}

/** What Node itself writes may fail as well (`npm start | head`, a full disk): nothing that is sold depends on it. */
export function ignoreOutputErrors(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
}
