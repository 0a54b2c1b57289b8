import { parentPort, workerData } from 'node:worker_threads'
import { openInstance, type Instance } from './instance.ts'
import type { FromHost, Outcome, Script, ToHost } from './wire.ts'

// One thread for one interface: a fresh instance for each call, and one spare that is loaded already.

export interface ThreadData {
  readonly wasm: WebAssembly.Module
  /** Counts entries into instances and returns: odd while it is inside one. */
  readonly turns: Int32Array
}

const { wasm, turns } = workerData as ThreadData
const turn = () => void Atomics.add(turns, 0, 1)
const running = new Map<number, Instance>()
let spare: { readonly script: Script; readonly instance: ReturnType<typeof openInstance> } | undefined

const say = (message: FromHost) => parentPort?.postMessage(message)

parentPort?.on('message', (message: ToHost) => {
  switch (message.kind) {
    case 'call':
      return void begin(message)
    case 'hostAnswer':
      return running.get(message.call)?.answer(message.ask, message)
    case 'drop':
      return void running.delete(message.call)
  }
})

async function begin({ call, script, method, input }: Extract<ToHost, { kind: 'call' }>): Promise<void> {
  const done = (outcome: Outcome) => {
    running.delete(call)
    say({ kind: 'done', call, outcome })
  }
  const instance = await take(script)
  if ('kind' in instance) return done(instance)
  if (method === undefined) return done({ kind: 'answer', value: instance.exported })
  if (!instance.exported.includes(method))
    return done({ kind: 'failed', reason: `It exports no function ${method}.` })
  running.set(call, instance)
  instance.call(method, input, (ask, name, args) => say({ kind: 'ask', call, ask, name, args }), done)
  prepare(script)
}

/** The spare one, if it is of this very script. */
function take(script: Script): ReturnType<typeof openInstance> {
  const ready = spare
  spare = undefined
  return ready?.script.source === script.source ? ready.instance : openInstance(wasm, script, turn)
}

function prepare(script: Script): void {
  setImmediate(() => {
    spare ??= { script, instance: openInstance(wasm, script, turn) }
  })
}
