import { expect, test } from 'vitest'
import { signedIn } from '../calls.ts'
import { aCheckout, workingIn } from './checkout.ts'
import { report, startServer } from './server-process.ts'
import { visitUntilGone } from './visitor.ts'

const isLinux = process.platform === 'linux'

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
