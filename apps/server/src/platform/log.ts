import { pino, type Logger } from 'pino'

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
  const base = { level: options.level, redact, base: null }
  if (options.destination) return pino(base, options.destination)
  if (options.format === 'json') {
    const destination = pino.destination({ dest: 1, sync: false, minLength: 0 })
    destination.on('error', goOn)
    return pino(base, destination)
  }
  const { default: pretty } = await import('pino-pretty')
  return pino(base, pretty({ ignore: 'pid,hostname', translateTime: 'SYS:HH:MM:ss', sync: true }))
}

/** Nobody reads the output any more (`npm start | head`): what is sold goes on being served. */
export const goOn = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error
}
