import { Worker } from 'node:worker_threads'
import type { Printed } from './layout.ts'

export interface Asked {
  readonly id: number
  readonly printed: Printed
}

export type Drawn =
  | { readonly id: number; readonly pdf: Uint8Array<ArrayBuffer>; readonly problem?: undefined }
  | { readonly id: number; readonly problem: string; readonly pdf?: undefined }

interface Waiting {
  resolve(pdf: Uint8Array<ArrayBuffer>): void
  reject(error: Error): void
}

const idleMs = 30_000
const longestMs = 30_000

let thread: Thread | undefined
let lastId = 0

/** A document as PDF. It is drawn in a thread, which starts with the first one and ends when there is none for a while. */
export function renderPdf(printed: Printed): Promise<Uint8Array<ArrayBuffer>> {
  thread ??= startThread()
  return thread.draw(printed)
}

interface Thread {
  draw(printed: Printed): Promise<Uint8Array<ArrayBuffer>>
}

function startThread(): Thread {
  const waiting = new Map<number, Waiting>()
  const worker = new Worker(new URL('./pdf-thread.ts', import.meta.url), {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  let timer: NodeJS.Timeout | undefined
  const end = (why: string) => {
    if (thread === own) thread = undefined
    clearTimeout(timer)
    void worker.terminate()
    for (const one of waiting.values()) one.reject(new Error(`No PDF: ${why}`))
    waiting.clear()
  }
  const wait = () => {
    clearTimeout(timer)
    const [ms, why] = waiting.size === 0 ? [idleMs, 'idle'] : [longestMs, 'it took too long']
    timer = setTimeout(() => end(why), ms)
    // A program that waits for a document lives on until it has it.
    if (waiting.size > 0) return worker.ref()
    timer.unref()
    worker.unref()
  }
  worker.on('message', ({ id, pdf, problem }: Drawn) => {
    const one = waiting.get(id)
    waiting.delete(id)
    if (pdf) one?.resolve(pdf)
    else one?.reject(new Error(`No PDF: ${problem}`))
    wait()
  })
  worker.on('error', ({ message }: Error) => end(message))
  worker.on('exit', () => end('its thread ended'))
  const own: Thread = {
    draw: (printed) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        wait()
        worker.postMessage({ id, printed } satisfies Asked)
      }),
  }
  return own
}
