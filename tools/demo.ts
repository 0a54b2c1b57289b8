// The whole story, as it happens to a seller, a customer and two computers: the real server, real HTTP, a real
// WebSocket, and packages/client. Exit code 0 means that every step went as it should.
import { randomBytes } from 'node:crypto'
import { freshServer, givenServer, type Server } from './demo/server.ts'
import { play } from './demo/story.ts'
import { stepCount } from './demo/tell.ts'

async function tell(server: Server): Promise<void> {
  await play(server, `演示-${randomBytes(3).toString('hex')}`)
  console.log(`\n共 ${stepCount()} 步，全部符合预期。\nAll ${stepCount()} steps went as they should.`)
}

/** Rejects when this process gets a stop signal. */
function untilStopped(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) {
    // Not once: a second one, passed on by the launcher, would end this process in the middle of cleaning up.
    process.on(signal, () => reject(new Error(`已中止 / stopped by ${signal}`)))
  }
  return promise
}

/** Plays, and cleans up after success, failure or a stop signal. */
async function demo(): Promise<void> {
  const aborted = untilStopped()
  const server = givenServer(process.env) ?? (await freshServer(process.env, aborted))
  try {
    await Promise.race([tell(server), aborted])
  } finally {
    await server.stop()
  }
}

try {
  await demo()
} catch (error) {
  console.error('\n✗', error)
  process.exitCode = 1
}
// Devices of an aborted story would keep sending heartbeats. Output must be flushed first.
process.stdout.write('', () => process.exit())
