import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { isRoot, postgresIn } from '../../src/platform/postgres/testing.ts'
import { call } from '../calls.ts'
import { freshFolder, report, spawnServer, startServer, type Started } from './server-process.ts'

// The password is generated and shown, as on a seller's first start.
const env = { LESSOR_BOOTSTRAP_ADMIN_PASSWORD: '' }
const kills = Number(process.env['LESSOR_START_KILLS'] ?? 6)

const passwordIn = (said: readonly string[]) =>
  said.flatMap((line) => /^ {4}owner {2}(\S{20})$/.exec(line)?.[1] ?? []).at(-1)

/** Starts it again, and signs the owner in with the password that was shown last. */
async function expectOwnerSignsIn(folder: string, before: readonly string[]): Promise<void> {
  const server = await startServer(folder, env)
  const password = passwordIn([...before, ...server.said])
  expect(
    (await call(server, 'POST /api/admin/login', { body: { username: 'owner', password } })).status,
  ).toBe(200)
  server.kill('SIGTERM')
  expect(await server.ended).toEqual({ code: 0, signal: null })
}

async function kill(server: Started, folder: string): Promise<void> {
  server.kill('SIGKILL')
  await server.ended
  await expect.poll(() => postgresIn(folder), { timeout: 10_000, interval: 20 }).toEqual([])
}

/** Resolves once the server has said `count` lines. */
async function saying(server: Started, count: number): Promise<void> {
  while (server.said.length < count) await sleep(1)
}

test(
  'a first start that is killed after each line it says is finished by the next, and the owner can sign in',
  { timeout: 300_000 },
  async () => {
    const folder = await freshFolder()
    const whole = await startServer(folder, env)
    const lines = whole.said.length
    await kill(whole, folder)
    await expectOwnerSignsIn(folder, whole.said)
    let shown = 0
    for (let count = 1; count < lines; count += 2) {
      const again = await freshFolder()
      const server = spawnServer(again, env)
      await Promise.race([saying(server, count), server.ended])
      await kill(server, again)
      if (passwordIn(server.said)) shown++
      await expectOwnerSignsIn(again, server.said)
    }
    expect(shown).toBeGreaterThan(0)
    report('first start killed after a line', {
      kills: Math.ceil(lines / 2),
      shownBefore: shown,
      lockedOut: 0,
    })
  },
)

test(
  'a first start that is killed at any moment is finished by the next, and the owner can sign in',
  { timeout: 600_000 },
  async () => {
    const measured = await startServer(await freshFolder(), env)
    measured.kill('SIGKILL')
    let shown = 0
    for (let i = 0; i < kills; i++) {
      const folder = await freshFolder()
      const server = spawnServer(folder, env)
      await Promise.race([sleep((measured.tookMs * (i + 0.5)) / kills), server.ended])
      await kill(server, folder)
      if (passwordIn(server.said)) shown++
      await expectOwnerSignsIn(folder, server.said)
    }
    report('first start killed', {
      kills,
      withinMs: Math.round(measured.tookMs),
      shownBefore: shown,
      lockedOut: 0,
    })
  },
)

test('a port that is taken is known before anything is made, and the sentence that helps comes last', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const folder = await freshFolder()
  const server = spawnServer(folder, { ...env, SERVER_PORT: String(port) })
  expect(await server.ended).toEqual({ code: 3, signal: null })
  expect(existsSync(join(folder, 'data'))).toBe(false)
  expect(server.said.length).toBeLessThan(8)
  expect(server.said.slice(-2)).toEqual([
    expect.stringMatching(/SERVER_PORT.*端口/),
    expect.stringMatching(/SERVER_PORT\.$/),
  ])
  await expectOwnerSignsIn(folder, [])
  report('first start on a port that is taken', { lines: server.said.length })
})

const canMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

/** Starts it on a data folder that can't be written; answers its end and the last sentence. */
async function refusedAt(dataDir: string) {
  const server = spawnServer(await freshFolder(), { ...env, LESSOR_DATA_DIR: dataDir })
  const { code } = await server.ended
  return { code, last: server.said.at(-1) }
}

test('a data folder below a file is refused in words', async () => {
  const file = join(await freshFolder(), 'file')
  await writeFile(file, '')
  expect(await refusedAt(join(file, 'data'))).toEqual({
    code: 3,
    last: expect.stringMatching(/a file, not a folder.*LESSOR_DATA_DIR/),
  })
})

test.skipIf(!canMount)('a data folder on a disk that is read-only is refused in words', async () => {
  const disk = await freshFolder()
  expect(spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]).status).toBe(0)
  const refused = {
    code: 3,
    last: 'This place is read-only. Make it writable, or choose another data folder with LESSOR_DATA_DIR.',
  }
  try {
    for (const missing of ['', 'data', 'some/data'])
      expect(await refusedAt(join(disk, missing))).toEqual(refused)
  } finally {
    spawnSync('umount', [disk])
  }
})

test('a first start that is refused because of the owner’s password is finished by the next', async () => {
  const folder = await freshFolder()
  const server = spawnServer(folder, { LESSOR_BOOTSTRAP_ADMIN_PASSWORD: 'short' })
  expect(await server.ended).toEqual({ code: 3, signal: null })
  expect(server.said.at(-1)).toContain('bootstrap.admin_password')
  expect(server.said.length).toBeLessThan(12)
  await expectOwnerSignsIn(folder, [])
})

test('a server that starts answers everything 503 with Retry-After, until it is ready', async () => {
  const folder = await freshFolder()
  const free = createServer().listen(0, '127.0.0.1')
  await once(free, 'listening')
  const { port } = free.address() as AddressInfo
  free.close()
  await once(free, 'close')
  const starting = spawnServer(folder, { ...env, SERVER_PORT: String(port) })
  const asked = ['/health', '/ready', '/', '/api/ws', '/.well-known/lessor/keys.json']
  const refused = new Map<string, number>()
  let isReady = false
  void starting.ready.then(() => (isReady = true))
  for (let i = 0; !isReady; i++) {
    const path = asked[i % asked.length] ?? '/'
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined) // not bound yet
    if (answer?.status !== 503) continue
    expect(answer.headers.get('retry-after')).toBe('1')
    expect(await answer.json()).toMatchObject({ code: 'starting', data: null })
    refused.set(path, (refused.get(path) ?? 0) + 1)
  }
  expect([...refused.keys()].sort()).toEqual(asked.toSorted())
  for (const path of ['/health', '/ready'])
    expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200)
  report('asked while it starts', Object.fromEntries(refused))
})
