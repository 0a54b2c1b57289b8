import { spawnSync } from 'node:child_process'
import { chmod, lstat, mkdir, readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ask, canStepDown, isRoot, nobody, urlOf, useSite } from './testing.ts'

const canMount = isRoot && spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

const site = useSite()

describe('as root (needs root; the full disk needs mount)', () => {
  test.skipIf(!isRoot)(
    'postgres runs as the unprivileged user that owns the data, with no other groups',
    async () => {
      await site.start()
      const status = await readFile(`/proc/${await site.postmasterPid()}/status`, 'utf8')
      const { uid } = await stat(join(site.dataDir, 'cluster'))
      const taken = (await readFile('/etc/passwd', 'utf8'))
        .split('\n')
        .map((line) => Number(line.split(':')[2]))
      expect([0, 65534, ...taken]).not.toContain(uid)
      expect(status).toMatch(new RegExp(`^Uid:\\t${uid}\\t${uid}\\t${uid}\\t${uid}$`, 'm'))
      expect(status).toMatch(/^Groups:\s*$/m)
      expect((await stat(site.dataDir)).uid).toBe(0)
    },
  )

  test.skipIf(!isRoot)('works below a folder that only root may enter', async () => {
    await chmod(site.root, 0o700)
    const first = await site.start()
    await ask(first.url, 'create table kept (n int)')
    process.kill(await site.postmasterPid(), 'SIGKILL')
    await expect.poll(() => ask(first.url, 'select 1').catch(String), { timeout: 5_000 }).toEqual([1])
    await first.stop()
    const second = await site.start()
    expect(await ask(second.url, 'select count(*)::int from kept')).toEqual([0])
  })

  test.skipIf(!isRoot)(
    'a cluster of nobody, whom other services may be, moves to a user of its own',
    async () => {
      const first = await site.start()
      await ask(first.url, 'create table kept (n int)')
      await first.stop()
      spawnSync('chown', ['-R', `${nobody}:${nobody}`, join(site.dataDir, 'cluster')])
      const second = await site.start()
      expect(await ask(second.url, 'select count(*)::int from kept')).toEqual([0])
      const files = await readdir(join(site.dataDir, 'cluster'), { recursive: true })
      const uids = await Promise.all(
        files.map(async (file) => (await lstat(join(site.dataDir, 'cluster', file))).uid),
      )
      expect(new Set(uids)).toEqual(new Set([(await stat(join(site.dataDir, 'cluster'))).uid]))
      expect(uids).not.toContain(nobody)
    },
  )

  test.skipIf(!isRoot)('takes over a copy whose files became root’s', async () => {
    await (await site.start()).stop()
    spawnSync('chown', ['-R', '0:0', site.dataDir])
    expect(await ask((await site.start()).url, 'select 1')).toEqual([1])
  })

  test.skipIf(!canStepDown)(
    'an ordinary user gets an error that the data belongs to another user',
    async () => {
      await (await site.start()).stop()
      const server = site.spawnServer({ uid: nobody })
      await expect(urlOf(server)).rejects.toThrow(/data_dir_forbidden/)
    },
  )

  test.skipIf(!canMount)('a full disk is named, and nothing half made is left', async () => {
    await mkdir(site.dataDir)
    spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', site.dataDir])
    try {
      for (const size of ['20m', '37m', '41m', '43m']) {
        spawnSync('mount', ['-o', `remount,size=${size}`, site.dataDir])
        await expect(site.start()).rejects.toMatchObject({ code: 'disk_full' })
        expect((await readdir(site.dataDir)).filter((name) => name.startsWith('cluster'))).toEqual([])
      }
      spawnSync('mount', ['-o', 'remount,size=200m', site.dataDir])
      const postgres = await site.start()
      expect(await ask(postgres.url, 'select 1')).toEqual([1])
      await postgres.stop()
    } finally {
      spawnSync('umount', [site.dataDir])
    }
  })
})
