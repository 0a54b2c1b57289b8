import { spawn } from 'node:child_process'
import { chown, lstat, mkdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { installedPackage } from './binaries.ts'
import { ask, isRoot, pidFile, urlOf, useSite } from './testing.ts'

const site = useSite()

describe('a start', () => {
  test('from nothing ends in a durable UTF-8 database, and a warm one keeps what was in it', async () => {
    const first = await site.start()
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
    await first.stop()
    expect(await first.exited).toEqual({ code: 0, expected: true })

    const second = await site.start()
    expect(await ask(second.url, 'select text from note')).toEqual(['续期 30 天'])
    expect(site.events.filter((event) => event.level === 'error')).toEqual([])
  })

  test('takes settings, but not those that would open a network port', async () => {
    const postgres = await site.start(site.dataDir, { work_mem: '9MB', listen_addresses: '*', port: '6000' })
    expect(await ask(postgres.url, 'show work_mem')).toEqual(['9MB'])
    expect(await ask(postgres.url, 'show listen_addresses')).toEqual([''])
  })

  test('lets only its user reach the socket', async () => {
    const { url } = await site.start()
    const socketDir = new URL(url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    expect((await stat(socketDir)).mode & 0o777).toBe(0o700)
    expect((await stat(join(site.dataDir, 'cluster'))).mode & 0o777).toBe(0o700)
    expect((await stat(join(site.dataDir, 'server.lock'))).mode & 0o777).toBe(0o600)
  })

  test('works below a path too deep for a unix socket', async () => {
    const deep = join(site.root, 'a-folder-with-quite-a-long-name/'.repeat(6), 'postgres')
    const { url } = await site.start(deep)
    expect(await ask(url, 'select 1')).toEqual([1])
    expect(url).not.toContain('a-folder-with')
  })

  test('refuses a socket folder that somebody else prepared', async () => {
    const deep = join(site.root, 'a-folder-with-quite-a-long-name/'.repeat(6), 'postgres')
    const first = await site.start(deep)
    const socketDir = new URL(first.url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    await first.stop()
    await symlink(site.root, socketDir)
    try {
      await expect(site.start(deep)).rejects.toMatchObject({ code: 'folder_unsafe' })
      expect((await lstat(socketDir)).isSymbolicLink()).toBe(true)
      expect((await stat(site.root)).uid).toBe(process.geteuid?.())
    } finally {
      await rm(socketDir)
    }
  })

  test('refuses the data of another major version', async () => {
    await (await site.start()).stop()
    await writeFile(join(site.dataDir, 'cluster', 'PG_VERSION'), '17\n')
    const refusal = site.start()
    await expect(refusal).rejects.toMatchObject({
      code: 'other_major',
      details: { found: '17', expected: '18' },
    })
    await expect(refusal).rejects.toHaveProperty('texts.zh', expect.stringContaining('17'))
  })

  test('refuses a cluster folder that holds other things, and leaves them alone', async () => {
    await mkdir(join(site.dataDir, 'cluster'), { recursive: true })
    await writeFile(join(site.dataDir, 'cluster', 'thesis.txt'), 'years of work')
    await expect(site.start()).rejects.toMatchObject({ code: 'data_dir_foreign' })
    expect(await readFile(join(site.dataDir, 'cluster', 'thesis.txt'), 'utf8')).toBe('years of work')
  })

  test('says what PostgreSQL said when it does not start', async () => {
    await expect(site.start(site.dataDir, { shared_buffers: 'much' })).rejects.toMatchObject({
      code: 'start_failed',
      message: expect.stringContaining('invalid value for parameter "shared_buffers"'),
    })
    expect(await ask((await site.start()).url, 'select 1')).toEqual([1])
  })
})

describe('one data folder', () => {
  test('serves one server: a second is refused, with the holder’s process and folder', async () => {
    const url = await urlOf(site.spawnServer())
    const [holder] = site.children
    await expect(site.start()).rejects.toMatchObject({
      code: 'data_dir_in_use',
      details: { pid: holder?.pid, url },
    })
    expect(await ask(url, 'select 1')).toEqual([1])
  })

  test('serves one of two that start from nothing at once', async () => {
    const outcomes = await Promise.allSettled([site.start(), site.start()])
    expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('passes from a server that is stopping to the next', async () => {
    const first = await site.start()
    const stopping = first.stop()
    const status = () => readFile(pidFile(site), 'utf8').catch(() => 'gone')
    await expect.poll(status, { interval: 1 }).not.toContain('ready')
    expect(await ask((await site.start()).url, 'select 1')).toEqual([1])
    await stopping
  })

  test('is taken back from a postgres whose server is gone', async () => {
    await (await site.start()).stop()
    const cluster = join(site.dataDir, 'cluster')
    const { uid, gid } = await stat(cluster)
    const binary = join(installedPackage(), 'native', 'bin', 'postgres')
    const args = ['-D', cluster, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${cluster}`]
    const orphan = spawn(binary, args, { detached: true, stdio: 'ignore', ...(isRoot ? { uid, gid } : {}) })
    site.children.add(orphan)
    await expect.poll(() => readFile(pidFile(site), 'utf8').catch(String)).toContain('ready')

    const postgres = await site.start()
    expect(orphan.exitCode).toBe(0)
    expect(await ask(postgres.url, 'select 1')).toEqual([1])
  })

  test('is not blocked by a stale socket lock that names a living process', async () => {
    const deep = join(site.root, 'a-folder-with-quite-a-long-name/'.repeat(6), 'postgres')
    const first = await site.start(deep)
    const socketDir = new URL(first.url.replace('@/', '@x/')).searchParams.get('host') ?? ''
    await first.stop()
    const { uid, gid } = await stat(join(deep, 'cluster'))
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore', uid, gid })
    site.children.add(bystander)
    await mkdir(socketDir, { mode: 0o700 })
    await writeFile(join(socketDir, '.s.PGSQL.5432.lock'), `${bystander.pid}\n`, { mode: 0o600 })
    for (const path of ['', '.s.PGSQL.5432.lock']) await chown(join(socketDir, path), uid, gid)
    expect(await ask((await site.start(deep)).url, 'select 1')).toEqual([1])
  })

  test('is not blocked by a stale pid file that names a living process', async () => {
    await (await site.start()).stop()
    const bystander = spawn('sleep', ['60'], { stdio: 'ignore' })
    site.children.add(bystander)
    await writeFile(pidFile(site), `${bystander.pid}\n${site.dataDir}\n1\n5432\n\n\n\nready\n`)
    expect(await ask((await site.start()).url, 'select 1')).toEqual([1])
    expect(bystander.exitCode ?? bystander.signalCode).toBeNull()
  })
})
