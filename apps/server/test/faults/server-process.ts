import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { expect, onTestFinished } from 'vitest'
import { postgresIn } from '../../src/platform/postgres/testing.ts'

export const main = join(import.meta.dirname, '../../src/main.ts')
export const ownerPassword = 'correct horse battery'

export interface End {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
}

/** A process that is, or starts, the real server. */
export interface Started {
  readonly pid: number
  /** Everything it said and logged. */
  readonly said: readonly string[]
  /** Where it serves, once it said that it is ready; it may end before. */
  readonly ready: Promise<string>
  readonly ended: Promise<End>
  kill(signal: NodeJS.Signals): void
}

export interface ServerProcess extends Started {
  readonly url: string
  /** From its start until it said that it is ready. */
  readonly tookMs: number
}

export const serverSettings = {
  PATH: process.env['PATH'] ?? '',
  // What the launcher gives every process: a start compiles nothing that an earlier one compiled.
  NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'] ?? '',
  SERVER_PORT: '0',
  LESSOR_SERVER_HOST: '127.0.0.1',
  LESSOR_VERIFICATION_BCRYPT_COST: '4',
  LESSOR_BOOTSTRAP_ADMIN_PASSWORD: ownerPassword,
  // All load comes from one address; the limits have tests of their own.
  LESSOR_RATE_LIMIT_ENABLED: 'false',
}

/** Runs a command that is the server, or brings it, in `folder`. Killed with the test at the latest. */
export function spawnServer(
  folder: string,
  env: Readonly<Record<string, string>> = {},
  [file, ...args]: readonly [string, ...string[]] = [process.execPath, main],
): Started {
  const options = { cwd: folder, env: { ...serverSettings, ...env } }
  const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said: string[] = []
  return {
    pid: child.pid ?? 0,
    said,
    ready: portIn([child.stdout, child.stderr], said).then((port) => `http://127.0.0.1:${port}`),
    ended: once(child, 'exit').then(([code, signal]): End => ({ code, signal })),
    kill: (signal) => void child.kill(signal),
  }
}

/** Starts a server and waits until it is ready; throws what it said when it ends instead. */
export async function startServer(...how: Parameters<typeof spawnServer>): Promise<ServerProcess> {
  const began = performance.now()
  const started = spawnServer(...how)
  const url = await Promise.race([started.ready, started.ended])
  if (typeof url !== 'string')
    throw new Error(`The server ended before it was ready:\n${started.said.join('\n')}`)
  return { ...started, url, tookMs: performance.now() - began }
}

/** The port that the server names once it is ready; collects every line on the way and after. */
function portIn(outputs: readonly Readable[], said: string[]): Promise<string> {
  return new Promise((resolve) => {
    for (const input of outputs) {
      createInterface({ input }).on('line', (line) => {
        said.push(line)
        const port = /http:\/\/localhost:(\d+)\/admin/.exec(line)?.[1]
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

/** What a fault test counted, for its log. */
export function report(name: string, figures: Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`)
}

/** The median and the largest, in whole milliseconds. */
export function spread(times: readonly number[]): { readonly p50: number; readonly max: number } {
  const sorted = times.toSorted((a, b) => a - b)
  return { p50: Math.round(sorted[sorted.length >> 1] ?? 0), max: Math.round(sorted.at(-1) ?? 0) }
}
