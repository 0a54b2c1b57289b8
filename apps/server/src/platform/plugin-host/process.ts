import { readFileSync } from 'node:fs'
import { setPriority } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { ThreadData } from './thread.ts'
import { limits, type FromHost, type ToHost } from './wire.ts'

// The plugin-host process: a thread for each interface, watched. It has no right to files, network or processes, and what
// a script does to it ends here.

const lookMs = 100
/** What the machine may keep a thread waiting, though it wants to run. */
const longestMs = 10_000

interface Thread {
  readonly worker: Worker
  /** Calls that it has not answered. */
  readonly calls: Set<number>
  /** Odd while it is inside a script. */
  readonly turns: Int32Array
  /** The turn that it was seen in, since when, and its processor time then, in ms. */
  seen: { readonly turn: number; readonly since: number; readonly cpuMs: number } | undefined
  usedAt: number
}

// The permission model leaves signals to processes of the same user.
Object.defineProperty(process, 'kill', { value: undefined })
try {
  setPriority(10)
} catch {
  // Some containers refuse it; then plugins compete with the server as equals.
}

const [wasmFile = ''] = process.argv.slice(2)
const wasm = new WebAssembly.Module(readFileSync(wasmFile))
const threads = new Map<string, Thread>()

const say = (message: FromHost): void => void process.send?.(message)

process.on('message', (message: ToHost) => {
  if (message.kind === 'call') return call(message)
  const thread = threads.get(message.of)
  if (!thread) return
  if (message.kind === 'drop') thread.calls.delete(message.call)
  thread.worker.postMessage(message)
})
process.on('disconnect', () => process.exit(0))

function call(message: Extract<ToHost, { kind: 'call' }>): void {
  const thread = threads.get(message.of) ?? open(message.of)
  if (!thread) return say({ kind: 'done', call: message.call, outcome: { kind: 'busy' } })
  thread.calls.add(message.call)
  thread.usedAt = Date.now()
  thread.worker.postMessage(message)
}

function open(of: string): Thread | undefined {
  if (threads.size >= limits.threads) {
    const idle = [...threads].filter(([, { calls }]) => calls.size === 0)
    const [oldest] = idle.toSorted(([, a], [, b]) => a.usedAt - b.usedAt)
    if (!oldest) return undefined
    end(...oldest, '')
  }
  const turns = new Int32Array(new SharedArrayBuffer(4))
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { wasm, turns } satisfies ThreadData,
    env: {},
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 16, stackSizeMb: 4 },
  })
  const thread: Thread = { worker, calls: new Set(), turns, seen: undefined, usedAt: Date.now() }
  worker.on('message', (message: FromHost) => {
    if (message.kind === 'done' && !thread.calls.delete(message.call)) return
    say(message)
  })
  worker.on('error', (err) => {
    process.stderr.write(`${err instanceof Error ? err.stack : String(err)}\n`)
    end(of, thread, 'Its thread broke down.')
  })
  worker.on('exit', () => end(of, thread, 'Its thread ended.'))
  threads.set(of, thread)
  return thread
}

/** Ends a thread, and with it what it had under way: nobody knows how far that came. */
function end(of: string, thread: Thread, reason: string): void {
  if (threads.get(of) === thread) threads.delete(of)
  for (const call of thread.calls) say({ kind: 'done', call, outcome: { kind: 'unknown', reason } })
  thread.calls.clear()
  void thread.worker.terminate()
}

const cpuMsOf = async ({ worker }: Thread): Promise<number> => {
  try {
    const { user, system } = await worker.cpuUsage()
    return (user + system) / 1000
  } catch {
    // It has just ended, which its own event says.
    return 0
  }
}

setInterval(() => {
  for (const [of, thread] of threads) void watch(of, thread)
}, lookMs).unref()

/** Native code can't be interrupted: a thread that stays inside a script for too long is ended. */
async function watch(of: string, thread: Thread): Promise<void> {
  const turn = Atomics.load(thread.turns, 0)
  const { seen } = thread
  if (turn % 2 === 0) thread.seen = undefined
  else if (seen?.turn !== turn) thread.seen = { turn, since: Date.now(), cpuMs: await cpuMsOf(thread) }
  else if (Date.now() - seen.since > limits.silentMs) {
    const isTooLong =
      (await cpuMsOf(thread)) - seen.cpuMs > limits.silentMs || Date.now() - seen.since > longestMs
    if (isTooLong && thread.seen === seen)
      end(of, thread, `It took more than ${limits.silentMs} ms without a pause.`)
  }
}
