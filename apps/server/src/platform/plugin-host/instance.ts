import variant from '@jitl/quickjs-ng-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSDeferredPromise,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core'
import { hostFunctions, limits, outward, type Outcome, type Place, type Script } from './wire.ts'

/** Asks the server for something in the name of a call. */
export type Ask = (ask: number, name: string, args: string) => void

/** One script in a memory of its own, for one call. It is dropped afterwards, not freed: freeing may abort inside. */
export interface Instance {
  /** The functions that the script exports. */
  readonly exported: readonly string[]
  /** Begins; `done` is called once, maybe at once. */
  call(method: string, input: string, ask: Ask, done: (outcome: Outcome) => void): void
  /** What the server says to an `ask`. */
  answer(ask: number, said: { answer?: string | undefined; refused?: string | undefined }): void
}

// Its types describe the other of its two builds, for `require`.
const quickjsNg = variant as unknown as QuickJSSyncVariant

const pageBytes = 65_536
// QuickJS was built to begin with 16 MB.
const initialBytes = 16 * 1024 * 1024

/**
 * Makes what a script sees besides the language: `lessor`, `console`. It keeps JSON's functions from before the script,
 * and hands the script strings where the outside has strings, so nothing but text ever crosses.
 */
const prelude = `(ask, names) => {
  const { parse, stringify } = JSON
  const lessor = {}
  for (const name of names) {
    const [first, second] = name.split('.')
    const run = (...args) => ask(name, stringify(args)).then((answer) => answer === undefined ? undefined : parse(answer))
    if (second) (lessor[first] ??= {})[second] = run
    else lessor[name] = run
  }
  const log = (...what) => void lessor.log(what.map((one) => typeof one === 'string' ? one : stringify(one)).join(' '))
  globalThis.console = { log, info: log, warn: log, error: log, debug: log }
  return async (exported, method, json) => {
    const { input, config } = parse(json)
    return stringify(await exported[method](input, { ...lessor, config }))
  }
}`

/**
 * Loads a script; a script that can't be loaded is an outcome, not an exception. `turn` is called at each entry into the
 * instance and each return.
 */
export async function openInstance(
  wasm: WebAssembly.Module,
  script: Script,
  turn: () => void,
): Promise<Instance | Failed> {
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(quickjsNg, {
      wasmModule: wasm,
      wasmMemory: new WebAssembly.Memory({
        initial: initialBytes / pageBytes,
        maximum: limits.memoryBytes / pageBytes,
      }),
    }),
  )
  const runtime = quickjs.newRuntime()
  runtime.setMaxStackSize(limits.stackBytes)
  const clock = stopwatch(turn)
  runtime.setInterruptHandler(clock.isOver)
  const context = runtime.newContext()
  const inside = insideOf(context, clock.isOver, script.name)

  const runner = inside.eval(prelude, 'lessor.js', 'global')
  clock.resume()
  const loaded = inside.attempt(() => inside.eval(script.source, script.name, 'module'))
  // A module that awaits at its top level answers a promise; nothing can come that it waits for.
  const settled = 'failed' in loaded ? loaded : inside.attempt(() => inside.settled(loaded.value))
  clock.pause()
  if ('failed' in settled) return settled.failed
  const module = settled.value
  const exported = inside.functionsOf(module)
  return { exported, ...caller({ context, inside, clock, module, runner }) }
}

/** Counts the processor time of this thread while it runs. */
function stopwatch(turn: () => void) {
  let used = 0
  let since: number | undefined
  const now = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  return {
    reset: () => {
      used = 0
    },
    resume: () => {
      since = now()
      turn()
    },
    pause: () => {
      if (since === undefined) return
      used += now() - since
      since = undefined
      turn()
    },
    isOver: () => used + (since === undefined ? 0 : now() - since) > limits.cpuMs,
  }
}

type Attempt<T> = { readonly value: T } | { readonly failed: Failed }

/** What can be done inside of an instance; an exception of the script is a `Thrown`. */
function insideOf(context: QuickJSContext, isOver: () => boolean, name: string) {
  const unwrap = (result: ReturnType<QuickJSContext['evalCode']>): QuickJSHandle => {
    if (result.error) throw new Thrown(result.error)
    return result.value
  }
  const text = (handle: QuickJSHandle, property: string): string | undefined => {
    try {
      const value = context.getProp(handle, property)
      return context.typeof(value) === 'string' ? context.getString(value).slice(0, 2_000) : undefined
    } catch {
      // A getter that throws, or no object at all.
      return undefined
    }
  }
  return {
    eval: (source: string, file: string, type: 'global' | 'module') =>
      unwrap(context.evalCode(source, file, { type })),
    call: (fn: QuickJSHandle, ...args: QuickJSHandle[]) =>
      unwrap(context.callFunction(fn, context.undefined, ...args)),
    /** The value of a promise that is settled; the exports of a module that doesn't wait. */
    settled: (handle: QuickJSHandle): QuickJSHandle => {
      runJobs(context)
      const state = context.getPromiseState(handle)
      if (state.type === 'rejected') throw new Thrown(state.error)
      if (state.type === 'pending') throw new Stopped('The script waits for something that never comes.')
      return state.value
    },
    functionsOf: (module: QuickJSHandle): string[] => {
      const names = unwrapNames(context, module)
      return names.filter((one) => context.typeof(context.getProp(module, one)) === 'function')
    },
    attempt: <T>(work: () => T): Attempt<T> => {
      try {
        return { value: work() }
      } catch (err) {
        return { failed: failure(err, isOver, text, context, name) }
      }
    },
  }
}
type Inside = ReturnType<typeof insideOf>

function unwrapNames(context: QuickJSContext, module: QuickJSHandle): string[] {
  const names = context.getOwnPropertyNames(module, { strings: true, onlyEnumerable: true })
  if (names.error) throw new Thrown(names.error)
  return names.value.map((handle) => context.getString(handle))
}

/** Steps of promises, a few at a time: between them the interrupt handler isn't asked. */
function runJobs(context: QuickJSContext): void {
  while (context.runtime.hasPendingJob()) {
    const result = context.runtime.executePendingJobs(32)
    if (result.error) throw new Thrown(result.error)
  }
}

class Thrown extends Error {
  readonly handle: QuickJSHandle
  constructor(handle: QuickJSHandle) {
    super('thrown by a script')
    this.handle = handle
  }
}
class Stopped extends Error {}

type Failed = Extract<Outcome, { kind: 'failed' }>

function failure(
  err: unknown,
  isOver: () => boolean,
  text: (handle: QuickJSHandle, property: string) => string | undefined,
  context: QuickJSContext,
  name: string,
): Failed {
  const failed = err instanceof Thrown ? thrown(err.handle, text, context, name) : undefined
  // Asked last: reading what was thrown may run code of the script.
  if (isOver()) return { kind: 'failed', reason: `It took more than ${limits.cpuMs} ms of processor time.` }
  if (err instanceof Stopped) return { kind: 'failed', reason: err.message }
  // The module itself gave up: its memory is full, or its stack.
  return failed ?? outOfMemory
}

const outOfMemory: Failed = { kind: 'failed', reason: 'It ran out of memory.' }

function thrown(
  handle: QuickJSHandle,
  text: (handle: QuickJSHandle, property: string) => string | undefined,
  context: QuickJSContext,
  name: string,
): Failed {
  const type = context.typeof(handle)
  if (type === 'string') return { kind: 'failed', reason: context.getString(handle).slice(0, 2_000) }
  const message = type === 'object' ? text(handle, 'message') : undefined
  // An error for which there was no memory arrives as null.
  if (message === undefined)
    return { kind: 'failed', reason: 'It ran out of memory, or threw something that does not say why.' }
  const place = placeIn(text(handle, 'stack') ?? '', name)
  return {
    kind: 'failed',
    reason: `${text(handle, 'name') ?? 'Error'}: ${message}`,
    ...(place && { place }),
  }
}

/** Of the topmost line of a stack that lies in the script. */
export function placeIn(stack: string, name: string): Place | undefined {
  for (const line of stack.split('\n')) {
    const at = line.lastIndexOf(`${name}:`)
    const [, row, column] = at < 0 ? [] : (/^:(\d+)(?::(\d+))?/.exec(line.slice(at + name.length)) ?? [])
    if (row) return { line: Number(row), ...(column && { column: Number(column) }) }
  }
  return undefined
}

interface Running {
  readonly context: QuickJSContext
  readonly inside: Inside
  readonly clock: ReturnType<typeof stopwatch>
  readonly module: QuickJSHandle
  /** Makes, of `ask` and the names, what runs an exported function. */
  readonly runner: QuickJSHandle
}

function caller({ context, inside, clock, module, runner }: Running): Pick<Instance, 'call' | 'answer'> {
  const waiting = new Map<number, QuickJSDeferredPromise>()
  let asked = 0
  let reachedOut = false
  let promise: QuickJSHandle | undefined
  let finish: ((outcome: Outcome) => void) | undefined

  const end = (outcome: Outcome) => {
    const done = finish
    finish = undefined
    done?.(outcome.kind === 'failed' && reachedOut && clock.isOver() ? asUnknown(outcome) : outcome)
  }
  /** Goes inside, then on until the script waits for an answer or has one. */
  const go = (work: () => void) => {
    clock.resume()
    const state = inside.attempt(() => {
      work()
      runJobs(context)
      return promise && context.getPromiseState(promise)
    })
    const outcome = 'failed' in state ? state.failed : outcomeOf(state.value)
    clock.pause()
    if (outcome) end(outcome)
  }
  const outcomeOf = (
    state: ReturnType<QuickJSContext['getPromiseState']> | undefined,
  ): Outcome | undefined => {
    if (!state || state.type === 'fulfilled') return state && answerOf(context, state.value)
    const failed = inside.attempt(() => {
      if (state.type === 'rejected') throw new Thrown(state.error)
      if (waiting.size === 0) throw new Stopped('The script waits for something that never comes.')
    })
    return 'failed' in failed ? failed.failed : undefined
  }

  return {
    call: (method, input, ask, done) => {
      finish = done
      clock.reset()
      go(() => {
        const host = context.newFunction('ask', (nameHandle, argsHandle) => {
          const name = context.getString(nameHandle)
          const args = shortString(context, argsHandle, limits.argumentChars)
          asked += 1
          if (asked > limits.hostCalls) throw new Error(`More than ${limits.hostCalls} calls of the host.`)
          if (args === undefined)
            throw new Error(`${name} was given more than ${limits.argumentChars} characters.`)
          const deferred = context.newPromise()
          waiting.set(asked, deferred)
          reachedOut ||= outward.has(name)
          ask(asked, name, args)
          return deferred.handle
        })
        const names = inside.eval(JSON.stringify(hostFunctions), 'lessor.js', 'global')
        const run = inside.call(runner, host, names)
        promise = inside.call(run, module, context.newString(method), context.newString(input))
      })
    },
    answer: (number, { answer, refused }) => {
      const deferred = waiting.get(number)
      if (!deferred || !finish) return
      waiting.delete(number)
      go(() => {
        if (refused !== undefined) deferred.reject(context.newError(refused))
        else deferred.resolve(answer === undefined ? context.undefined : context.newString(answer))
      })
    },
  }
}

export const asUnknown = ({ reason }: { reason: string }): Outcome => ({ kind: 'unknown', reason })

/** A string of the script, unless it is longer than `chars`: then it isn't even copied. */
function shortString(context: QuickJSContext, handle: QuickJSHandle, chars: number): string | undefined {
  if (context.typeof(handle) !== 'string') return ''
  const length = context.getNumber(context.getProp(handle, 'length'))
  return length > chars ? undefined : context.getString(handle)
}

function answerOf(context: QuickJSContext, handle: QuickJSHandle): Outcome {
  if (context.typeof(handle) === 'undefined') return { kind: 'answer', value: null }
  const json = shortString(context, handle, limits.answerChars)
  if (json === undefined)
    return { kind: 'failed', reason: `Its answer is longer than ${limits.answerChars} characters.` }
  try {
    return { kind: 'answer', value: JSON.parse(json) }
  } catch {
    return { kind: 'failed', reason: 'Its answer is no JSON.' }
  }
}
