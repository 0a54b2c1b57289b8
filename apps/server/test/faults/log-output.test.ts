import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { closeSync, constants, openSync, readSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { expect, onTestFinished, test } from 'vitest'
import { isRoot } from '../../src/platform/postgres/testing.ts'
import { signedIn } from '../calls.ts'
import { aCheckout, workingIn } from './checkout.ts'
import { databaseOf } from './embedded-server.ts'
import { freshFolder, main, report, serverSettings, spread } from './server-process.ts'

/** Where a server's output goes, broken in a way of its own. */
interface Output {
  readonly fd: number
  /** From then on it takes nothing. */
  breakIt(): Promise<void>
  /** It takes lines again; answers all that came from then on. Absent where that can't be. */
  readonly recover?: () => Promise<() => Promise<string>>
}

async function pipe(): Promise<Output & { readonly reader: number }> {
  const path = join(await freshFolder(), 'pipe')
  expect(spawnSync('mkfifo', [path]).status).toBe(0)
  const reader = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK)
  return { fd: openSync(path, constants.O_WRONLY), reader, breakIt: () => Promise.resolve() }
}

/** What is in a pipe now, without waiting. */
function readAll(fd: number): string {
  const chunk = Buffer.alloc(65_536)
  let text = ''
  try {
    for (let count = -1; count !== 0; text += chunk.toString('utf8', 0, count)) count = readSync(fd, chunk)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error
  }
  return text
}

async function neverRead(): Promise<Output> {
  const { reader, ...output } = await pipe()
  onTestFinished(() => closeSync(reader))
  const recover = async () => {
    let text = ''
    for (let i = 0; i < 100; i++, await sleep(20)) text += readAll(reader)
    return () => Promise.resolve((text += readAll(reader)))
  }
  return { ...output, recover }
}

async function closed(): Promise<Output> {
  const { reader, ...output } = await pipe()
  return { ...output, breakIt: () => Promise.resolve(closeSync(reader)) }
}

async function fullDisk(): Promise<Output> {
  const disk = join(await freshFolder(), 'log')
  await mkdir(disk)
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', disk]).status).toBe(0)
  onTestFinished(async () => {
    await expect.poll(() => spawnSync('umount', [disk]).status, { timeout: 5_000 }).toBe(0)
  })
  const [path, filler] = [join(disk, 'lessor.log'), join(disk, 'filler')]
  return {
    fd: openSync(path, 'a'),
    breakIt: () => writeFile(filler, Buffer.alloc(1_048_576)).catch(() => undefined), // until it is full
    recover: async () => {
      await rm(filler)
      return () => readFile(path, 'utf8')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  await once(server, 'close')
  return port
}

const metricsToken = randomBytes(24).toString('hex')

/** A server whose standard output and error are both `fd`, as `npm start > lessor.log 2>&1` has them. */
async function serverOnto(fd: number, folder: string, command: readonly string[]) {
  const port = await freePort()
  const env = {
    ...serverSettings,
    HOME: folder,
    SERVER_PORT: String(port),
    LESSOR_METRICS_TOKEN: metricsToken,
  }
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd: folder, env, stdio: ['ignore', fd, fd] })
  closeSync(fd)
  onTestFinished(() => void child.kill('SIGKILL'))
  const url = `http://127.0.0.1:${port}`
  const isUp = async () => (await fetch(`${url}/ready`).catch(() => undefined))?.status
  await expect.poll(isUp, { timeout: 60_000, interval: 50 }).toBe(200)
  return { child, url }
}

/** Makes the server write that many warnings, of some hundred bytes each. */
async function provoke(folder: string, lines = 30_000): Promise<number> {
  const client = new pg.Client({ connectionString: await databaseOf(folder) })
  await client.connect()
  await client.query(`select pg_notify('lessor', 'noise ' || i) from generate_series(1, ${lines}) i`)
  await client.end()
  return lines
}

async function droppedAt(url: string): Promise<number> {
  const answer = await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })
  return Number(/^lessor_log_lines_dropped (\d+)/m.exec(await answer.text())?.[1])
}

const outputs = [
  ['on a full disk', fullDisk, isRoot],
  ['an unread pipe', neverRead, true],
  ['a pipe whose reader is gone', closed, true],
] as const
const ways = [
  ['the server', freshFolder, [process.execPath, main]],
  ['npm start', aCheckout, ['npm', 'start']],
] as const

for (const [way, folderFor, command] of ways)
  for (const [kind, open, can] of outputs)
    test.skipIf(!can || process.platform !== 'linux')(
      `with its log ${kind}, ${way} keeps serving, counts the lost lines, and can be stopped (Linux; a full disk needs root)`,
      { timeout: 150_000 },
      async () => {
        const [folder, output] = [await folderFor(), await open()]
        const { child, url } = await serverOnto(output.fd, folder, command)
        await output.breakIt()
        const lines = await provoke(folder)
        await expect.poll(() => droppedAt(url), { timeout: 20_000 }).toBeGreaterThan(0)
        const times: number[] = []
        for (let i = 0; i < 10; i++) {
          const began = performance.now()
          await signedIn({ url }, `log-${i}`)
          times.push(performance.now() - began)
        }
        expect(spread(times).p50).toBeLessThan(1_000)
        const dropped = await droppedAt(url)
        const shown = await output.recover?.()
        if (shown) {
          // As many as there is room for.
          await provoke(folder, 1_000)
          await expect.poll(shown, { timeout: 20_000 }).toMatch(/"count":\d+,"msg":"log lines were dropped"/)
        }
        child.kill('SIGTERM')
        // npm ends by the signal at once, the server behind it a moment later.
        await expect.poll(() => workingIn(folder), { timeout: 20_000 }).toEqual([])
        report(`a log ${kind}, ${way}`, { lines, dropped, loginMs: spread(times), recovered: Boolean(shown) })
      },
    )
