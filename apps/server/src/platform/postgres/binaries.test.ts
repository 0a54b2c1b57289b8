import { execFileSync } from 'node:child_process'
import { chmod, chown, cp, lstat, mkdir, readlink, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { installedPackage, readyBinaries } from './binaries.ts'
import { whoWeAre } from './run-as.ts'
import { isRoot, nobody, useSite } from './testing.ts'

const site = useSite()
const [uid, gid] = whoWeAre()
const us = { uid, gid, dropped: false }
const somebody = { uid: nobody, gid: nobody, dropped: true }
let source: string

beforeEach(async () => {
  source = join(site.root, 'package')
  await cp(installedPackage(), source, { recursive: true, verbatimSymlinks: true })
})

const versionBy = (postgres: string, user: typeof us): string =>
  execFileSync(postgres, ['--version'], { ...(user.dropped ? user : {}), encoding: 'utf8', cwd: '/' })

test('library links that a skipped install script left out are made', async () => {
  const link = join(source, 'native', 'lib', process.platform === 'darwin' ? 'libpq.dylib' : 'libpq.so.5')
  const target = await readlink(link)
  await rm(link)
  const { postgres } = await readyBinaries(source, us, [])
  expect(await readlink(link)).toBe(target)
  expect(versionBy(postgres, us)).toMatch(/PostgreSQL\) 18/)
})

describe('an install that the user may not read (needs root)', () => {
  test.skipIf(!isRoot)('is copied to the first place that is open, once', async () => {
    await chmod(source, 0o700)
    const closed = join(site.root, 'closed')
    await mkdir(closed, { mode: 0o700 })
    let copies = 0
    const ready = () =>
      readyBinaries(source, somebody, [closed, join(site.root, 'cache')], () => (copies += 1))
    const { postgres } = await ready()
    expect(postgres.startsWith(join(site.root, 'cache', 'postgres-18.'))).toBe(true)
    expect(versionBy(postgres, somebody)).toMatch(/PostgreSQL\) 18/)
    expect((await ready()).postgres).toBe(postgres)
    expect(copies).toBe(1)
  })

  test.skipIf(!isRoot)('is copied again over a damaged copy, and over a planted one', async () => {
    await chmod(source, 0o700)
    const ready = () => readyBinaries(source, somebody, [join(site.root, 'cache')])
    const { postgres } = await ready()
    const { size } = await stat(postgres)
    await writeFile(postgres, 'cut off')
    expect((await stat((await ready()).postgres)).size).toBe(size)

    const home = join(postgres, '..', '..', '..')
    await chown(home, nobody, nobody)
    await ready()
    expect((await lstat(home)).uid).toBe(0)
  })

  test.skipIf(!isRoot)('is named when there is no open place', async () => {
    await chmod(source, 0o700)
    await chmod(site.root, 0o700)
    const refusal = readyBinaries(source, somebody, [join(site.root, 'cache')])
    await expect(refusal).rejects.toMatchObject({
      code: 'data_dir_unreachable',
      details: { blocked: site.root },
    })
  })
})
