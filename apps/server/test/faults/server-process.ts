import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { expect, onTestFinished } from 'vitest'
import { postgresIn } from '../../src/platform/postgres/testing.ts'

const main = join(import.meta.dirname, '../../src/main.ts')
export const ownerPassword = 'correct horse battery'

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** The real server in a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** From its start until it said that it is ready. */
  readonly tookMs: number
  /** Everything it said and logged. */
  readonly said: readonly string[]
  readonly ended: Promise<End>
  kill(signal: NodeJS.Signals): void
}

const settings = {
  PATH: process.env['PATH'] ?? '',
  SERVER_PORT: '0',
  LESSOR_SERVER_HOST: '127.0.0.1',
  LESSOR_VERIFICATION_BCRYPT_COST: '4',
  LESSOR_BOOTSTRAP_ADMIN_PASSWORD: ownerPassword,
  // All load comes from one address; the limits have tests of their own.
  LESSOR_RATE_LIMIT_ENABLED: 'false',
}

/** Starts a server and waits until it is ready; throws what it said when it ends instead. Ended with the test at the latest. */
export async function startServer(folder: string, env: Record<string, string> = {}): Promise<ServerProcess> {
  const began = performance.now()
  const child = spawn(process.execPath, [main], {
    cwd: folder,
    env: { ...settings, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  const ended = once(child, 'exit').then(([code, signal]): End => ({ code, signal }))
  const port = await Promise.race([portIn([child.stdout, child.stderr], said), ended])
  if (typeof port !== 'string') throw new Error(`The server ended before it was ready:\n${said.join('\n')}`)
  return {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    tookMs: performance.now() - began,
    said,
    ended,
    kill: (signal) => void child.kill(signal),
  }
}

/** The port that the server names once it is ready; collects every line on the way and after. */
function portIn(outputs: readonly Readable[], said: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const input of outputs) {
      createInterface({ input }).on('line', (line) => {
        said.push(line)
        const port = /ready http:\/\/localhost:(\d+)\/ready/.exec(line)?.[1]
        if (port) resolve(port)
      })
    }
  })
}

/** A folder for one test; when it ends no PostgreSQL runs there any more, and the folder is gone. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lessor-faults-'))
  onTestFinished(async () => {
    await expect.poll(() => postgresIn(folder), { timeout: 10_000, interval: 50 }).toEqual([])
    await rm(folder, { recursive: true, force: true })
  })
  return folder
}

/** What a fault test counted, for whoever runs it. */
export function report(name: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`)
}

/** The median and the largest, in whole milliseconds. */
export function spread(times: readonly number[]): { readonly p50: number; readonly max: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: Math.round(sorted[sorted.length >> 1] ?? 0), max: Math.round(sorted.at(-1) ?? 0) }
}
