import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten-core'
import { limits, type Outcome, type Place } from './wire.ts'

// How the host does something inside an instance, and makes an outcome of what goes wrong there.

/** `byScript`: the script threw, of itself; otherwise it was stopped. */
type Attempt<T> = { readonly value: T } | { readonly failed: Failed; readonly byScript: boolean }

/** What can be done inside an instance; an exception of the script is a `Thrown`. */
export function insideOf(context: QuickJSContext, isOver: () => boolean, name: string) {
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
        return failure(err, isOver, text, context, name)
      }
    },
  }
}
export type Inside = ReturnType<typeof insideOf>

function unwrapNames(context: QuickJSContext, module: QuickJSHandle): string[] {
  const names = context.getOwnPropertyNames(module, { strings: true, onlyEnumerable: true })
  if (names.error) throw new Thrown(names.error)
  return names.value.map((handle) => context.getString(handle))
}

/** Steps of promises, a few at a time: between them the interrupt handler isn't asked. */
export function runJobs(context: QuickJSContext): void {
  while (context.runtime.hasPendingJob()) {
    const result = context.runtime.executePendingJobs(32)
    if (result.error) throw new Thrown(result.error)
  }
}

export class Thrown extends Error {
  readonly handle: QuickJSHandle
  constructor(handle: QuickJSHandle) {
    super('thrown by a script')
    this.handle = handle
  }
}
export class Stopped extends Error {}

export type Failed = Extract<Outcome, { kind: 'failed' }>

function failure(
  err: unknown,
  isOver: () => boolean,
  text: (handle: QuickJSHandle, property: string) => string | undefined,
  context: QuickJSContext,
  name: string,
): Attempt<never> {
  const thrown = err instanceof Thrown ? thrownBy(err.handle, text, context, name) : undefined
  // Asked last: reading what was thrown may run code of the script.
  if (isOver()) return stopped(`It took more than ${limits.cpuMs} ms of processor time.`)
  if (err instanceof Stopped) return stopped(err.message)
  // The module itself gave up: its memory is full, or its stack.
  return thrown ?? stopped('It ran out of memory.')
}

const stopped = (reason: string): Attempt<never> => ({ failed: { kind: 'failed', reason }, byScript: false })

function thrownBy(
  handle: QuickJSHandle,
  text: (handle: QuickJSHandle, property: string) => string | undefined,
  context: QuickJSContext,
  script: string,
): Attempt<never> {
  const type = context.typeof(handle)
  if (type === 'string')
    return { failed: { kind: 'failed', reason: context.getString(handle).slice(0, 2_000) }, byScript: true }
  const message = type === 'object' ? text(handle, 'message') : undefined
  // An error for which there was no memory arrives as null.
  if (message === undefined) return stopped('It ran out of memory, or threw something that does not say why.')
  const name = text(handle, 'name') ?? 'Error'
  const place = placeIn(text(handle, 'stack') ?? '', script)
  return {
    failed: { kind: 'failed', reason: `${name}: ${message}`, ...(place && { place }) },
    byScript: name !== 'InternalError',
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
