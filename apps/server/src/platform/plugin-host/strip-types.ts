import { Worker } from 'node:worker_threads'
import type { Place } from './wire.ts'

/** JavaScript with every line and column where it was, or why the source is none. */
export type Stripped = { readonly script: string } | { readonly problem: Place & { readonly reason: string } }

const longestMs = 10_000

/** Takes the types out of a TypeScript source. What isn't only types (enums, namespaces) is a problem. */
export function stripTypes(source: string): Promise<Stripped> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./strip-thread.ts', import.meta.url), {
      workerData: source,
      env: {},
      // The warning that stripping is experimental.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: 128 },
    })
    const end = (stripped: Stripped) => {
      clearTimeout(timer)
      resolve(stripped)
      void worker.terminate()
    }
    const timer = setTimeout(() => end(failed('It took too long to read.')), longestMs)
    worker.on('message', end)
    worker.on('error', () => end(failed('It is nested too deeply, or too large to read.')))
    worker.on('exit', () => end(failed('It could not be read.')))
  })
}

const failed = (reason: string): Stripped => ({ problem: { reason, line: 1 } })
