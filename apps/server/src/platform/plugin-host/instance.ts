import variant from '@jitl/quickjs-ng-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSDeferredPromise,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from 'quickjs-emscripten-core'
import { insideOf, runJobs, Stopped, Thrown, type Failed, type Inside } from './inside.ts'
import { stopwatch, type Stopwatch } from './stopwatch.ts'
import { hostFunctions, limits, outward, type HostFunction, type Outcome, type Script } from './wire.ts'

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
const prelude = `(ask) => {
  const { parse, stringify } = JSON
  const lessor = {}
  for (const name of ${JSON.stringify(hostFunctions)}) {
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

interface Running {
  readonly context: QuickJSContext
  readonly inside: Inside
  readonly clock: Stopwatch
  readonly module: QuickJSHandle
  /** Makes, of `ask`, what runs an exported function. */
  readonly runner: QuickJSHandle
}

function caller({ context, inside, clock, module, runner }: Running): Pick<Instance, 'call' | 'answer'> {
  const waiting = new Map<number, QuickJSDeferredPromise>()
  let reachedOut = false
  let promise: QuickJSHandle | undefined
  let finish: ((outcome: Outcome) => void) | undefined

  /** Goes inside, then on until the script waits for an answer or has one. */
  const go = (work: () => void) => {
    clock.resume()
    const said = inside.attempt(() => {
      work()
      runJobs(context)
      return promise && outcomeOf(context.getPromiseState(promise))
    })
    clock.pause()
    if (!('value' in said))
      end(reachedOut && !said.byScript ? { ...said.failed, kind: 'unknown' } : said.failed)
    else if (said.value) end(said.value)
  }
  const end = (outcome: Outcome) => {
    finish?.(outcome)
    finish = undefined
  }
  const outcomeOf = (state: ReturnType<QuickJSContext['getPromiseState']>): Outcome | undefined => {
    if (state.type === 'fulfilled') return answerOf(context, state.value)
    if (state.type === 'rejected') throw new Thrown(state.error)
    if (waiting.size === 0) throw new Stopped('The script waits for something that never comes.')
    return undefined
  }

  return {
    call: (method, input, ask, done) => {
      finish = done
      clock.reset()
      go(() => {
        const asking = askingFor(context, waiting, (number, name, args) => {
          reachedOut ||= outward.has(name)
          ask(number, name, args)
        })
        const run = inside.call(runner, asking)
        promise = inside.call(run, module, context.newString(method), context.newString(input))
      })
    },
    answer: (number, { answer, refused }) => {
      const deferred = waiting.get(number)
      if (!deferred || !waiting.delete(number)) return
      go(() => {
        if (refused !== undefined) deferred.reject(context.newError(refused))
        else deferred.resolve(answer === undefined ? context.undefined : context.newString(answer))
      })
    },
  }
}

/** The function by which a script asks the host: it gets a promise, kept in `waiting` until the answer comes. */
function askingFor(
  context: QuickJSContext,
  waiting: Map<number, QuickJSDeferredPromise>,
  ask: Ask,
): QuickJSHandle {
  let asked = 0
  return context.newFunction('ask', (nameHandle, argsHandle) => {
    // A script may get hold of this function, from a stack for one, and call it as it likes.
    const name = shortString(context, nameHandle, 50)
    const args = shortString(context, argsHandle, limits.argumentChars)
    asked += 1
    if (asked > limits.hostCalls) throw new Error(`More than ${limits.hostCalls} calls of the host.`)
    if (!isHostFunction(name)) throw new Error('The host has no such function.')
    if (args === undefined) throw new Error(`${name} was given more than ${limits.argumentChars} characters.`)
    const deferred = context.newPromise()
    waiting.set(asked, deferred)
    ask(asked, name, args)
    return deferred.handle
  })
}

const isHostFunction = (name: string | undefined): name is HostFunction =>
  hostFunctions.some((one) => one === name)

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
