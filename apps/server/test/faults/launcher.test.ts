import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signedIn } from '../calls.ts'
import { freshFolder, report, startServer } from './server-process.ts'
import { visitUntilGone } from './visitor.ts'

const root = join(import.meta.dirname, '../../../..')
const isLinux = process.platform === 'linux'

/** A checkout with the real launcher and the real server, in which the dependencies are noted as installed. */
async function aCheckout(): Promise<string> {
  const folder = await freshFolder()
  await cp(join(root, 'tools/launch'), join(folder, 'tools/launch'), { recursive: true })
  await cp(join(root, 'tools/launch.mjs'), join(folder, 'tools/launch.mjs'))
  await cp(join(root, 'package.json'), join(folder, 'package.json'))
  // Without the web apps: nothing is built here, and never into the real checkout while other tests read its pages.
  await mkdir(join(folder, 'apps'))
  await symlink(join(root, 'apps/server'), join(folder, 'apps/server'))
  await mkdir(join(folder, 'node_modules'))
  await writeFile(join(folder, 'package-lock.json'), '{}')
  const lock = createHash('sha256').update('{}').digest('hex')
  await writeFile(join(folder, 'node_modules/.lessor-install.json'), JSON.stringify({ lock, mode: 'full' }))
  return folder
}

/** The processes that work in a folder. */
async function workingIn(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const named = pids.map(async (pid) => {
    const at = await readlink(`/proc/${pid}/cwd`).catch(() => '') // it ended meanwhile
    if (at !== folder && !at.startsWith(`${folder}/`)) return []
    return [await readFile(`/proc/${pid}/comm`, 'utf8').catch(() => 'ended')]
  })
  return (await Promise.all(named)).flat()
}

const ways = [
  ['the launcher', [process.execPath, 'tools/launch.mjs', 'start']],
  ['npm start', ['npm', 'start']],
  ['the server itself', undefined],
] as const

for (const [name, command] of ways) {
  test.skipIf(!isLinux)(
    `kill -9 of ${name} under load leaves nothing running within 3 s (looks into /proc: needs Linux)`,
    async () => {
      const folder = await aCheckout()
      const env = { HOME: folder, npm_config_update_notifier: 'false' }
      const server = await (command ? startServer(folder, env, command) : startServer(folder))
      const { session_token } = await signedIn(server, 'orphaned')
      const visit = { method: 'POST', path: '/api/heartbeat', body: { session_token } }
      const visits = Array.from({ length: 4 }, () => visitUntilGone(server.url, visit))
      expect(await workingIn(folder)).toContain('postgres\n')
      const killed = performance.now()
      server.kill('SIGKILL')
      await expect.poll(() => workingIn(folder), { timeout: 10_000, interval: 20 }).toEqual([])
      const tookMs = Math.round(performance.now() - killed)
      expect(tookMs).toBeLessThan(3_000)
      await Promise.all(visits)
      report(`kill -9 of ${name}`, { tookMs })
    },
  )
}
