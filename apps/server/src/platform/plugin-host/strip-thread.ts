import { stripTypeScriptTypes } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import type { Stripped } from './strip-types.ts'

// Strips one script, in a thread that ends with it: some sources leave Node's stripper unusable for its thread.

const strip = (source: string): Stripped => {
  try {
    return { script: stripTypeScriptTypes(source, { mode: 'strip' }) }
  } catch (error) {
    const { code, message, stack = '' } = error as NodeJS.ErrnoException
    if (code !== 'ERR_INVALID_TYPESCRIPT_SYNTAX' && code !== 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') throw error
    return { problem: { reason: message, ...placeIn(stack) } }
  }
}

/** Node puts in front of the stack where it was: `file:LINE`, then the lines, then `^` below the first sign. */
function placeIn(stack: string) {
  const [, line] = /^[^\n]*:(\d+)\n/.exec(stack) ?? []
  const [, indent] = /\n( *)\^+\n/.exec(stack) ?? []
  return { line: Number(line ?? 1), ...(indent !== undefined && { column: indent.length + 1 }) }
}

parentPort?.postMessage(strip(workerData as string))
