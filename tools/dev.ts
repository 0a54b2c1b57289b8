// The server with seeded data, restarted when a source changes. Node's own --watch would outlive a killed
// launcher; this doesn't.
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { sampleEnv } from './sample.ts'

const root = join(import.meta.dirname, '..')
const sources = ['apps/server/src', 'apps/server/migrations', 'packages']
const settleMs = 150

let settling: NodeJS.Timeout | undefined
let restarted = Promise.resolve()
let stopping = false

const env = { ...sampleEnv('dev'), ...process.env }

function start(): ChildProcess {
  return fork(join(root, 'apps/server/src/main.ts'), process.argv.slice(2), { env })
}

let server = start()

/** Stops the server cleanly and waits for its end; one that has ended already is no problem. */
async function stop(signal: NodeJS.Signals): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return
  const ended = once(server, 'exit')
  server.kill(signal)
  await ended
}

async function restart(changed: string): Promise<void> {
  if (stopping) return
  console.log(`\n${changed} changed, starting again`)
  await stop('SIGTERM')
  server = start()
}

async function end(signal: NodeJS.Signals): Promise<void> {
  stopping = true
  await stop(signal)
  process.exit(0)
}

for (const source of sources) {
  watch(join(root, source), { recursive: true }, (_event, file) => {
    if (!file || file.includes('node_modules') || file.endsWith('.test.ts')) return
    clearTimeout(settling)
    settling = setTimeout(() => (restarted = restarted.then(() => restart(file))), settleMs)
  })
}
process.on('SIGINT', () => void end('SIGINT'))
process.on('SIGTERM', () => void end('SIGTERM'))
process.on('disconnect', () => void end('SIGTERM'))
