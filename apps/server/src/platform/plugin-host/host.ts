import type { Logger } from '../log.ts'
import { demandNoTransaction } from '../run-transaction.ts'
import { openProcess } from './child.ts'
import { limits, outward, type FromHost, type Outcome, type Script, type ToHost } from './wire.ts'

/** What a script may ask for, by name; what one throws as a `HostRefusal` is sent to the script. */
export type Functions = Readonly<Record<string, (...args: unknown[]) => unknown>>

/** Says to a script why a function of the host was not done; other errors say nothing to it. */
export class HostRefusal extends Error {}

/** A remote host could not be reached, or broke off: its own fault, which its breaker counts. */
export class RemoteFailed extends HostRefusal {}

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
  /** The id of the process while it runs. */
  readonly pid: number | undefined
  stop(): Promise<void>
}

export interface PluginHostOptions {
  readonly log: Logger
  /** How long the process may have nothing to do. */
  readonly idleMs?: number
  readonly totalMs?: number
  /** How long a call waits for others; then it is `busy`, and the caller may ask again. */
  readonly inLineMs?: number
}

interface Running {
  readonly of: string
  readonly functions: Functions
  readonly end: (outcome: Outcome) => void
  asked: number
  reachedOut: boolean
}

// Each instance may grow to 32 MB.
const callsAtMost = 16
const callsOfOneAtMost = 8
const inLineAtMost = 1_000

export function openPluginHost(options: PluginHostOptions): PluginHost {
  const { process, line, begin } = openCalls(options)
  const run = (of: string, functions: Functions, what: What): Promise<Outcome> => {
    demandNoTransaction('A plugin was called')
    return new Promise((resolve) => {
      line.enter(of, (isTaken) => (isTaken ? begin(of, functions, what, resolve) : resolve({ kind: 'busy' })))
    })
  }
  return {
    call: ({ of, script, method, input, config, functions }) =>
      run(of, functions, { script, method, input: JSON.stringify({ input, config }) }),
    load: (script) => run('', {}, { script, input: '' }),
    get pid() {
      return process.pid()
    },
    stop: async () => {
      line.close()
      await process.stop()
    },
  }
}

/** The calls under way, the process that they are in, and the line in front of it. */
function openCalls({
  log,
  idleMs = 300_000,
  totalMs = limits.totalMs,
  inLineMs = 10_000,
}: PluginHostOptions) {
  const running = new Map<number, Running>()
  const runningOf = (of: string) => [...running.values()].filter((one) => one.of === of).length
  const threads = () => new Set([...running.values()].map(({ of }) => of))
  const line = openLine((of) => {
    const own = runningOf(of)
    const hasThread = own > 0 || threads().size < limits.threads
    return running.size < callsAtMost && own < callsOfOneAtMost && hasThread
  }, inLineMs)
  const process = openProcess(log, idleMs, {
    hear: (message) => {
      const call = running.get(message.call)
      if (message.kind === 'done') call?.end(message.outcome)
      else if (call) void answerAsk(call, message)
    },
    ended: () => {
      for (const { end } of [...running.values()]) end({ kind: 'unknown', reason: 'The plugin host ended.' })
    },
  })
  const answerAsk = async (call: Running, { call: id, ask, name, args }: Asked) => {
    call.asked += 1
    call.reachedOut ||= outward.has(name)
    const said = await doAsk(call, name, args, log)
    if (running.has(id)) process.say({ kind: 'hostAnswer', of: call.of, call: id, ask, ...said })
  }
  const begin = (of: string, functions: Functions, what: What, done: (outcome: Outcome) => void) => {
    const id = newNumber()
    const stop = (call: Running) => {
      process.say({ kind: 'drop', of, call: id })
      const reason = `It took more than ${totalMs / 1000} s.`
      call.end({ kind: call.reachedOut ? 'unknown' : 'failed', reason })
    }
    const end = (outcome: Outcome) => {
      running.delete(id)
      done(outcome)
      line.next()
      if (running.size === 0) process.rest()
    }
    running.set(id, runningFor(of, functions, { totalMs, stop }, end))
    process.start()
    process.say({ kind: 'call', of, call: id, ...what })
  }
  return { process, line, begin }
}

let calls = 0
const newNumber = () => ++calls

/** A call under way; it ends once. */
function runningFor(
  of: string,
  functions: Functions,
  { totalMs, stop }: { totalMs: number; stop: (call: Running) => void },
  done: (outcome: Outcome) => void,
): Running {
  let isOver = false
  const timer = setTimeout(() => stop(call), totalMs)
  const end = (outcome: Outcome) => {
    clearTimeout(timer)
    if (!isOver) done(storable(outcome))
    isOver = true
  }
  const call: Running = { of, functions, asked: 0, reachedOut: false, end }
  return call
}

/** A reason may be a script's own, and is stored by callers. */
const storable = (outcome: Outcome): Outcome =>
  'reason' in outcome ? { ...outcome, reason: outcome.reason.replaceAll('\0', '').toWellFormed() } : outcome

type What = Pick<Extract<ToHost, { kind: 'call' }>, 'script' | 'method' | 'input'>
type Asked = Extract<FromHost, { kind: 'ask' }>

interface Waiting {
  readonly of: string
  readonly begin: (isTaken: boolean) => void
  readonly timer: NodeJS.Timeout
}

/** Calls wait here, those of one interface in their order, while too many run; `isTaken` is false for one too many. */
function openLine(hasRoom: (of: string) => boolean, inLineMs: number) {
  const waiting: Waiting[] = []
  let isClosed = false
  return {
    enter: (of: string, begin: (isTaken: boolean) => void) => {
      if (isClosed || waiting.length >= inLineAtMost) begin(false)
      else if (hasRoom(of)) begin(true)
      else {
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(one), 1)
          begin(false)
        }, inLineMs)
        const one = { of, begin, timer }
        waiting.push(one)
      }
    },
    next: () => {
      // A thread that became free may be of use to several.
      for (const one of [...waiting]) {
        if (!hasRoom(one.of)) continue
        waiting.splice(waiting.indexOf(one), 1)
        clearTimeout(one.timer)
        one.begin(true)
      }
    },
    close: () => {
      isClosed = true
      for (const { begin, timer } of waiting.splice(0)) {
        clearTimeout(timer)
        begin(false)
      }
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
