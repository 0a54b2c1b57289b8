import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { installedPackage } from './binaries.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres, type PostgresEvent } from './embedded.ts'
import { keepRunning } from './supervise.ts'

const isRoot = process.geteuid?.() === 0
const nobody = 65534
const canMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

let root: string
let dataDir: string
let events: PostgresEvent[]
const running = new Set<EmbeddedPostgres>()
const children = new Set<ChildProcess>()

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'lessor-test-'))
  await chmod(root, 0o755)
  dataDir = join(root, 'postgres')
  events = []
})

afterEach(async () => {
  for (const child of children)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  children.clear()
  await Promise.all([...running].map((postgres) => postgres.stop()))
  running.clear()
  await expect.poll(() => postgresIn(root), { timeout: 5_000 }).toEqual([])
  await rm(root, { recursive: true, force: true })
})

async function start(dir = dataDir, settings = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir: dir, settings, log: (event) => events.push(event) })
  running.add(postgres)
  return postgres
}

async function stop(postgres: EmbeddedPostgres): Promise<void> {
  await postgres.stop()
  running.delete(postgres)
}

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<unknown[]>({ text: sql, rowMode: 'array' })).rows.flat()
  } finally {
    await client.end()
  }
}

/** Ids of the postgres processes that work below a folder; a listing by `ps` where there is no /proc. */
async function postgresIn(folder: string): Promise<number[]> {
  const { stdout } = spawnSync('pgrep', ['-f', 'postgres'], { encoding: 'utf8' })
  const workplaces = stdout
    .trim()
    .split('\n')
    .filter(Boolean)
    .map(async (pid) => {
      const { stdout: cwd } = spawnSync('readlink', [`/proc/${pid}/cwd`], { encoding: 'utf8' })
      return cwd.startsWith(folder) ? [Number(pid)] : []
    })
  return (await Promise.all(workplaces)).flat()
}

const postmasterPid = async (): Promise<number> =>
  Number((await readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0])

interface ServerOptions {
  readonly uid?: number
  readonly env?: Record<string, string>
}

function spawnServer({ uid, env = {} }: ServerOptions = {}): ChildProcess {
  const identity = uid === undefined ? {} : { uid, gid: uid }
  const script = join(import.meta.dirname, 'test-server.ts')
  const options = { ...identity, cwd: root, detached: true, env: { ...process.env, ...env } }
  const child = spawn(process.execPath, [script, dataDir], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  children.add(child)
  return child
}

async function urlOf(child: ChildProcess): Promise<string> {
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => (complaints += chunk.toString()))
  if (!child.stdout) throw new Error('the server has no output')
  for await (const line of createInterface({ input: child.stdout }))
    return (JSON.parse(line) as { url: string }).url
  throw new Error(`the server ended before it was ready: ${complaints}`)
}

describe('a start', () => {
  test('from nothing ends in a durable UTF-8 database, and a warm one keeps what was in it', async () => {
    const first = await start()
    await ask(first.url, `create table note (text text)`)
    await ask(first.url, `insert into note values ('续期 30 天')`)
    const shown = [
      'fsync',
      'synchronous_commit',
      'data_checksums',
      'server_encoding',
      'timezone',
      'listen_addresses',
    ]
    const values = await Promise.all(shown.map((name) => ask(first.url, `show ${name}`)))
    expect(values.flat()).toEqual(['on', 'on', 'on', 'UTF8', 'UTC', ''])
    await stop(first)
    expect(await first.exited).toEqual({ code: 0, expected: true })

    const second = await start()
    expect(await ask(second.url, 'select text from note')).toEqual(['续期 30 天'])
    expect(events.filter((event) => event.level === 'error')).toEqual([])
  })

  test('takes settings, but not those that would open a network port', async () => {
    const postgres = await start(dataDir, { work_mem: '9MB', listen_addresses: '*', port: '6000' })
    expect(await ask(postgres.url, 'show work_mem')).toEqual(['9MB'])
    expect(await ask(postgres.url, 'show listen_addresses')).toEqual([''])
  })

  test('lets only its user reach the socket', async () => {
    const { url } = await start()
    const socketDir = new URL(url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    expect((await stat(socketDir)).mode & 0o777).toBe(0o700)
    expect((await stat(join(dataDir, 'cluster'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(dataDir, 'server.lock'))).mode & 0o777).toBe(0o600)
  })

  test('works below a path too deep for a unix socket', async () => {
    const deep = join(root, 'a-folder-with-quite-a-long-name/'.repeat(6), 'postgres')
    const { url } = await start(deep)
    expect(await ask(url, 'select 1')).toEqual([1])
    expect(url).not.toContain('a-folder-with')
  })

  test('refuses a socket folder that somebody else prepared', async () => {
    const deep = join(root, 'a-folder-with-quite-a-long-name/'.repeat(6), 'postgres')
    const first = await start(deep)
    const socketDir = new URL(first.url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    await stop(first)
    await symlink(root, socketDir)
    try {
      await expect(start(deep)).rejects.toMatchObject({ code: 'folder_unsafe' })
      expect((await lstat(socketDir)).isSymbolicLink()).toBe(true)
      expect((await stat(root)).uid).toBe(process.geteuid?.())
    } finally {
      await rm(socketDir)
    }
  })

  test('refuses the data of another major version', async () => {
    await stop(await start())
    await writeFile(join(dataDir, 'cluster', 'PG_VERSION'), '17\n')
    const refusal = start()
    await expect(refusal).rejects.toMatchObject({
      code: 'other_major',
      details: { found: '17', expected: '18' },
    })
    await expect(refusal).rejects.toHaveProperty('texts.zh', expect.stringContaining('17'))
  })

  test('refuses a cluster folder that holds other things, and leaves them alone', async () => {
    await mkdir(join(dataDir, 'cluster'), { recursive: true })
    await writeFile(join(dataDir, 'cluster', 'thesis.txt'), 'years of work')
    await expect(start()).rejects.toMatchObject({ code: 'data_dir_foreign' })
    expect(await readFile(join(dataDir, 'cluster', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('says what PostgreSQL said when it does not start', async () => {
    await expect(start(dataDir, { shared_buffers: 'much' })).rejects.toMatchObject({
      code: 'start_failed',
      message: expect.stringContaining('invalid value for parameter "shared_buffers"'),
    })
    expect(await ask((await start()).url, 'select 1')).toEqual([1])
  })
})

describe('one data folder', () => {
  test('serves one server: a second is refused, told who holds it and where', async () => {
    const url = await urlOf(spawnServer())
    const [holder] = children
    await expect(start()).rejects.toMatchObject({
      code: 'data_dir_in_use',
      details: { pid: holder?.pid, url },
    })
    expect(await ask(url, 'select 1')).toEqual([1])
  })

  test('serves one of two that start from nothing at once', async () => {
    const outcomes = await Promise.allSettled([start(), start()])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('passes from a server that is stopping to the next', async () => {
    const first = await start()
    const stopping = first.stop()
    const status = () => readFile(join(dataDir, 'cluster', 'postmaster.pid'), 'utf8').catch(() => 'gone')
    await expect.poll(status, { interval: 1 }).not.toContain('ready')
    expect(await ask((await start()).url, 'select 1')).toEqual([1])
    await stopping
  })

  test('is taken back from a postgres whose server is gone', async () => {
    await stop(await start())
    const cluster = join(dataDir, 'cluster')
    const { uid, gid } = await stat(cluster)
    const binary = join(installedPackage(), 'native', 'bin', 'postgres')
    const args = ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${cluster}`]
    const orphan = spawn(binary, args, { detached: true, stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) })
    children.add(orphan)
    await expect
      .poll(() => readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(String))
      .toContain('ready')

    const postgres = await start()
    expect(orphan.exitCode).toBe(0)
    expect(await ask(postgres.url, 'select 1')).toEqual([1])
  })

  test('is not blocked by a stale pid file that names a living process', async () => {
    await stop(await start())
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' })
    children.add(bystander)
    await writeFile(
      join(dataDir, 'cluster', 'postmaster.pid'),
      `${bystander.pid}\n${dataDir}\n1\n5432\n\n\n\nready\n`,
    )
    expect(await ask((await start()).url, 'select 1')).toEqual([1])
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
  })
})

describe('kill -9 of the server', () => {
  const cases: [string, boolean, ServerOptions][] = [
    ['', true, {}],
    [', without setpriv', true, { env: { PATH: '/nonexistent' } }],
    [', as an ordinary user', isRoot, { uid: nobody }],
    [', as an ordinary user without setpriv', isRoot, { uid: nobody, env: { PATH: '/nonexistent' } }],
  ]
  for (const [name, possible, options] of cases) {
    test.skipIf(!possible)(`leaves no postgres within 2 s${name}, and a restart needs no hand`, async () => {
      if (options.uid !== undefined) await chown(root, options.uid, options.uid)
      const server = spawnServer(options)
      const url = await urlOf(server)
      await ask(url, 'create table kept (n int)')
      const busy = new Client({ connectionString: url })
      busy.on('error', () => undefined)
      await busy.connect()
      const sleeping = busy.query('select pg_sleep(60)').catch((error: Error) => error.message)
      expect(await postgresIn(dataDir)).not.toEqual([])
      server.kill('SIGKILL')
      await expect.poll(() => postgresIn(dataDir), { timeout: 2_000 }).toEqual([])
      expect(await sleeping).toMatch(/terminat/)

      const next = spawnServer(options)
      expect(await ask(await urlOf(next), 'select count(*)::int from kept')).toEqual([0])
      next.kill('SIGTERM')
      expect(await once(next, 'exit')).toEqual([0, null])
      expect(await postgresIn(dataDir)).toEqual([])
    })
  }

  test('in the middle of initdb leaves nothing half made', async () => {
    for (const delayMs of [60, 150, 300]) {
      const server = spawnServer()
      await expect
        .poll(() => readdir(dataDir).catch(() => []), { interval: 2 })
        .toContainEqual(expect.stringMatching(/^cluster/))
      await sleep(delayMs)
      server.kill('SIGKILL')
      await once(server, 'exit')
    }
    expect(await ask((await start()).url, 'select 1')).toEqual([1])
    expect((await readdir(dataDir)).sort()).toEqual(['cluster', 'run', 'server.lock', 'server.pid'])
  })
})

test("Ctrl-C in the server's terminal leaves PostgreSQL to the server", async () => {
  const server = spawnServer()
  const url = await urlOf(server)
  process.kill(-(server.pid ?? 0), 'SIGINT')
  await sleep(300)
  expect(await ask(url, 'select 1')).toEqual([1])
})

describe('kill -9 of postgres', () => {
  test('loses nothing acknowledged, and it is back within 5 s though a long query lingers', async () => {
    const { url } = await start()
    await ask(url, 'create table paid (n int primary key)')
    const lingering = new Client({ connectionString: url })
    lingering.on('error', () => undefined)
    await lingering.connect()
    const endless = lingering.query('select count(*) from generate_series(1, 1e12::bigint)').catch(String)
    const acknowledged = pay(url, await postmasterPid())
    const count = await acknowledged
    expect(await ask(url, `select count(*)::int from paid where n <= ${count}`)).toEqual([count])
    expect(await endless).toMatch(/terminated/)
    expect(events.map((event) => event.message)).toContain('PostgreSQL runs again')
  })

  async function pay(url: string, postmaster: number): Promise<number> {
    const client = new Client({ connectionString: url })
    client.on('error', () => undefined)
    await client.connect()
    let count = 0
    setTimeout(() => process.kill(postmaster, 'SIGKILL'), 200)
    try {
      for (;;) {
        await client.query('insert into paid values ($1)', [count + 1])
        count += 1
      }
    } catch (error) {
      expect(String(error)).toMatch(/terminated|ECONNRESET|EPIPE|connection error/)
      await expect.poll(() => ask(url, 'select 1').catch(String), { timeout: 5_000 }).toEqual([1])
      return count
    }
  }

  test('is survived again and again', async () => {
    const { url } = await start()
    for (let round = 0; round < 4; round++) {
      process.kill(await postmasterPid(), 'SIGKILL')
      await expect
        .poll(() => ask(url, 'select 1').catch(String), { timeout: 5_000, interval: 20 })
        .toEqual([1])
    }
  })

  test('while the server stops it does not bring it back', async () => {
    const postgres = await start()
    process.kill(await postmasterPid(), 'SIGKILL')
    await stop(postgres)
    expect((await postgres.exited).expected).toBe(true)
    await expect.poll(() => postgresIn(root), { timeout: 2_000 }).toEqual([])
  })

  test('is given up, and said so, when it can not start again', async () => {
    const cluster = {
      ...{ dir: join(root, 'gone'), socketDir: root, settings: {}, onProgress: () => undefined },
      user: { uid: nobody, gid: nobody, dropped: false },
      binaries: { initdb: '/nonexistent', postgres: '/nonexistent', major: '18' },
      log: (event: PostgresEvent) => events.push(event),
    }
    await mkdir(cluster.dir)
    const dead = { pid: 1, exited: Promise.resolve(null) }
    const exit = await keepRunning(cluster, dead, new AbortController().signal, 300)
    expect(exit).toEqual({ code: null, expected: false })
    expect(events.at(-1)?.message).toContain('PostgreSQL stays down')
  })
})

describe('as root', () => {
  test.skipIf(!isRoot)(
    'postgres runs as the unprivileged user that owns the data, with no other groups',
    async () => {
      await start()
      const status = await readFile(`/proc/${await postmasterPid()}/status`, 'utf8')
      const { uid } = await stat(join(dataDir, 'cluster'))
      expect(uid).not.toBe(0)
      expect(status).toMatch(new RegExp(`^Uid:\\t${uid}\\t${uid}\\t${uid}\\t${uid}$`, 'm'))
      expect(status).toMatch(/^Groups:\s*$/m)
      expect((await stat(dataDir)).uid).toBe(0)
    },
  )

  test.skipIf(!isRoot)('works below a folder that only root may enter', async () => {
    await chmod(root, 0o700)
    const first = await start()
    await ask(first.url, 'create table kept (n int)')
    process.kill(await postmasterPid(), 'SIGKILL')
    await expect.poll(() => ask(first.url, 'select 1').catch(String), { timeout: 5_000 }).toEqual([1])
    await stop(first)
    const second = await start()
    expect(await ask(second.url, 'select count(*)::int from kept')).toEqual([0])
  })

  test.skipIf(!isRoot)('takes over a copy whose files became root’s', async () => {
    await stop(await start())
    spawnSync('chown', ['-R', '0:0', dataDir])
    expect(await ask((await start()).url, 'select 1')).toEqual([1])
  })

  test.skipIf(!isRoot)('an ordinary user is told that the data belongs to somebody else', async () => {
    await stop(await start())
    const server = spawnServer({ uid: nobody })
    await expect(urlOf(server)).rejects.toThrow(/data_dir_forbidden/)
  })

  test.skipIf(!canMount)('a full disk is named, and nothing half made is left', async () => {
    await mkdir(dataDir)
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', dataDir])
    try {
      await expect(start()).rejects.toMatchObject({ code: 'disk_full' })
      expect((await readdir(dataDir)).filter((name) => name.startsWith('cluster'))).toEqual([])
      spawnSync('mount', ['-o', 'remount,size=200m', dataDir])
      const postgres = await start()
      expect(await ask(postgres.url, 'select 1')).toEqual([1])
      await stop(postgres)
    } finally {
      spawnSync('umount', [dataDir])
    }
  })
})
