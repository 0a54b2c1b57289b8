import { fork, type ChildProcess } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { Logger } from '../log.ts'
import type { FromHost, ToHost } from './wire.ts'

interface Ears {
  readonly hear: (message: FromHost) => void
  /** It is gone, whoever ended it. */
  readonly ended: () => void
}

/** The plugin-host process as the server holds it: started when it is needed, ended `idleMs` after its `rest`. */
export function openProcess(log: Logger, idleMs: number, { hear, ended }: Ears) {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  return {
    start: () => {
      clearTimeout(idle)
      if (child) return
      const started = forkHost()
      // A process that was taken over may say anything.
      started.on('message', (message) => {
        if (isMessage(message)) hear(message)
      })
      started.on('error', (err) => log.warn({ err }, 'the plugin host could not be reached'))
      started.stderr?.on('data', (text: Buffer) =>
        log.warn({ said: String(text).slice(0, 2_000) }, 'the plugin host says'),
      )
      started.on('exit', (code, signal) => {
        if (child !== started) return
        child = undefined
        if (code !== 0) log.warn({ code, signal }, 'the plugin host ended')
        ended()
      })
      child = started
    },
    say: (message: ToHost) => {
      // A process that has just ended says so by itself.
      child?.send(message, () => undefined)
    },
    rest: () => {
      clearTimeout(idle)
      idle = setTimeout(() => child?.disconnect(), idleMs).unref()
    },
    pid: () => child?.pid,
    stop: async () => {
      clearTimeout(idle)
      const stopped = child
      child = undefined
      if (!stopped) return
      await new Promise<void>((resolve) => {
        stopped.once('exit', () => resolve())
        stopped.kill('SIGKILL')
      })
      ended()
    },
  }
}

const isMessage = (message: unknown): message is FromHost => {
  if (typeof message !== 'object' || message === null) return false
  const { kind, call, ask, name, args, outcome } = message as Record<string, unknown>
  if (typeof call !== 'number') return false
  if (kind === 'ask') return typeof ask === 'number' && typeof name === 'string' && typeof args === 'string'
  return kind === 'done' && typeof (outcome as { kind?: unknown } | null | undefined)?.kind === 'string'
}

const forkHost = () =>
  fork(processFile, [wasmFile], {
    execArgv: [
      '--permission',
      '--allow-worker',
      '--no-warnings',
      ...readable.map((path) => `--allow-fs-read=${path}`),
    ],
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    serialization: 'json',
  })

const require = createRequire(join(import.meta.dirname, 'host.ts'))
const processFile = join(import.meta.dirname, 'process.ts')
const wasmFile = realpathSync(require.resolve('@jitl/quickjs-ng-wasmfile-release-sync/wasm'))

/** All that the process may read: its own code. */
const readable = [
  import.meta.dirname,
  ...['quickjs-emscripten-core', '@jitl/quickjs-ng-wasmfile-release-sync', '@jitl/quickjs-ffi-types'].map(
    (name) => packageOf(name),
  ),
]

function packageOf(name: string): string {
  const entry = realpathSync(require.resolve(name))
  return join(entry.slice(0, entry.lastIndexOf(join('node_modules', name))), 'node_modules', name)
}
