import { fork, type ChildProcess } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { realpathSync } from 'node:fs'
import type { Logger } from '../log.ts'
import { limits, outward, type FromHost, type Outcome, type Script, type ToHost } from './wire.ts'

/** What a script may ask for, by name; what one throws as a `HostRefusal` is told to the script. */
export type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** Says to a script why a function of the host was not done; other errors say nothing to it. */
export class HostRefusal extends Error {}

export interface PluginCall {
  /** What has a thread of its own: the id of a configured interface. */
  readonly of: string
  readonly script: Script
  readonly method: string
  readonly input: unknown
  readonly config: unknown
  readonly functions: Functions
}

/** Runs plugins' scripts, in a process that starts at the first call and ends when nobody has called for a while. */
export interface PluginHost {
  call(call: PluginCall): Promise<Outcome>
  /** Loads a script; answers the names of the functions that it exports. */
  load(script: Script): Promise<Outcome>
  /** Ends what is under way in the thread of an interface: it was changed or disabled. */
  forget(of: string): void
  /** The id of the process while it runs. */
  readonly pid: number | undefined
  stop(): Promise<void>
}

export interface PluginHostOptions {
  readonly log: Logger
  /** How long the process may have nothing to do. */
  readonly idleMs?: number
  readonly totalMs?: number
}

interface Running {
  readonly of: string
  readonly functions: Functions
  readonly timer: NodeJS.Timeout
  readonly end: (outcome: Outcome) => void
  asked: number
  reachedOut: boolean
}

// Each instance may grow to 32 MB.
const callsAtMost = 16
const callsOfOneAtMost = 8
const inLineAtMost = 1_000

export function openPluginHost({
  log,
  idleMs = 300_000,
  totalMs = limits.totalMs,
}: PluginHostOptions): PluginHost {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let calls = 0
  let isStopped = false
  const running = new Map<number, Running>()
  const line: { readonly of: string; readonly begin: () => void }[] = []

  const start = (): ChildProcess => {
    if (child) return child
    const started = fork(processFile, [wasmFile], {
      execArgv: [
        '--permission',
        '--allow-worker',
        ...readable.map((path) => `--allow-fs-read=${path}`),
        '--no-warnings',
      ],
      env: {},
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      serialization: 'json',
    })
    started.on('message', (message: FromHost) => hear(message))
    started.on('error', (err) => log.warn({ err }, 'the plugin host could not be reached'))
    started.stderr?.on('data', (text: Buffer) =>
      log.warn({ said: String(text).slice(0, 2_000) }, 'the plugin host says'),
    )
    started.stdout?.resume()
    started.on('exit', (code, signal) => {
      if (child === started) child = undefined
      if (running.size > 0) log.warn({ code, signal, calls: running.size }, 'the plugin host ended under way')
      for (const { end } of [...running.values()]) end({ kind: 'unknown', reason: 'The plugin host ended.' })
    })
    return (child = started)
  }

  const say = (message: ToHost) => {
    // A process that has just ended says so by itself; what it had under way is unknown then.
    child?.send(message, () => {})
  }

  const hear = (message: FromHost) => {
    const call = running.get(message.call)
    if (!call) return
    if (message.kind === 'done') return call.end(message.outcome)
    call.asked += 1
    call.reachedOut ||= outward.has(message.name)
    void answerAsk(call, message)
  }

  const answerAsk = async (
    call: Running,
    { call: id, ask, name, args }: Extract<FromHost, { kind: 'ask' }>,
  ) => {
    const said = await doAsk(call, name, args, log)
    if (running.has(id)) say({ kind: 'hostAnswer', of: call.of, call: id, ask, ...said })
  }

  const begin = (of: string, functions: Functions, message: object, end: (outcome: Outcome) => void) => {
    const id = ++calls
    clearTimeout(idle)
    const timer = setTimeout(() => {
      say({ kind: 'drop', of, call: id })
      const reason = `It took more than ${totalMs / 1000} s.`
      running.get(id)?.end({ kind: running.get(id)?.reachedOut ? 'unknown' : 'failed', reason })
    }, totalMs)
    running.set(id, {
      of,
      functions,
      timer,
      asked: 0,
      reachedOut: false,
      end: (outcome) => {
        clearTimeout(timer)
        running.delete(id)
        end(outcome)
        next()
        if (running.size === 0) rest()
      },
    })
    start()
    say({ kind: 'call', of, call: id, ...message } as ToHost)
  }

  const rest = () => {
    clearTimeout(idle)
    idle = setTimeout(() => child?.disconnect(), idleMs).unref()
  }

  const hasRoom = (of: string) =>
    running.size < callsAtMost &&
    [...running.values()].filter((one) => one.of === of).length < callsOfOneAtMost

  const next = () => {
    const at = line.findIndex(({ of }) => hasRoom(of))
    if (at >= 0) line.splice(at, 1)[0]?.begin()
  }

  const run = (of: string, functions: Functions, message: object): Promise<Outcome> =>
    new Promise((resolve) => {
      if (isStopped || line.length >= inLineAtMost) return resolve({ kind: 'busy' })
      const go = () => (isStopped ? resolve({ kind: 'busy' }) : begin(of, functions, message, resolve))
      if (hasRoom(of)) go()
      else line.push({ of, begin: go })
    })

  return {
    call: ({ of, script, method, input, config, functions }) =>
      run(of, functions, { script, method, input: JSON.stringify({ input, config }) }),
    load: (script) => run('', {}, { script, input: '' }),
    forget: (of) => say({ kind: 'forget', of }),
    get pid() {
      return child?.pid
    },
    stop: async () => {
      isStopped = true
      clearTimeout(idle)
      for (const { begin: refuse } of line.splice(0)) refuse()
      const ended = child
      if (!ended) return
      await new Promise<void>((resolve) => {
        ended.once('exit', () => resolve())
        ended.kill('SIGKILL')
      })
    },
  }
}

async function doAsk(
  call: Running,
  name: string,
  args: string,
  log: Logger,
): Promise<{ answer?: string } | { refused: string }> {
  const fn = Object.hasOwn(call.functions, name) ? call.functions[name] : undefined
  // The process is believed as little as the script.
  if (call.asked > limits.hostCalls || args.length > limits.argumentChars)
    return { refused: 'Too much was asked.' }
  if (!fn) return { refused: `${name} is not granted.` }
  try {
    const given: unknown = JSON.parse(args)
    const answer = await fn(...(Array.isArray(given) ? (given as unknown[]) : []))
    return answer === undefined ? {} : { answer: JSON.stringify(answer) }
  } catch (err) {
    if (err instanceof HostRefusal) return { refused: err.message }
    log.warn({ err, function: name }, 'a function of the plugin host failed')
    return { refused: `${name} failed.` }
  }
}

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
