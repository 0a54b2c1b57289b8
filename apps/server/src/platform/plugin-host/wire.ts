// What the server, the plugin-host process and its threads say to each other: plain JSON, as a hostile script may have
// taken over whoever sent it.

/** What one call may use; decision 0024 says why. */
export const limits = {
  /** Of one instance, its code and heap. */
  memoryBytes: 32 * 1024 * 1024,
  /** Processor time of loading a script, and again of a call of it. */
  cpuMs: 250,
  /** From the call to its answer, all waiting included. */
  totalMs: 30_000,
  hostCalls: 64,
  argumentChars: 256 * 1024,
  answerChars: 1024 * 1024,
  /** What native code, which can't be interrupted, may take in one go; then its thread is ended. */
  silentMs: 500,
  stackBytes: 256 * 1024,
  /** Interfaces that run at a time. */
  threads: 8,
} as const

/** A plugin's code as JavaScript; `name` stands in its errors. */
export interface Script {
  readonly name: string
  readonly source: string
}

/** A place in a script, both from 1. */
export interface Place {
  readonly line: number
  readonly column?: number
}

/**
 * How a call ended. `failed`: the script is wrong, said so, or was stopped before it asked anything of the outside world.
 * `unknown`: it was stopped afterwards, so what it wanted may have happened. `busy`: it was not begun.
 */
export type Outcome =
  | { readonly kind: 'answer'; readonly value: unknown }
  | { readonly kind: 'failed'; readonly reason: string; readonly place?: Place }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'busy' }

/** To the process, which hands it to the thread of that interface. */
export type ToHost =
  | {
      readonly kind: 'call'
      readonly of: string
      readonly call: number
      readonly script: Script
      /** Absent: load the script, and answer the names of the functions that it exports. */
      readonly method?: string
      /** JSON of `{ input, config }`. */
      readonly input: string
    }
  | {
      readonly kind: 'hostAnswer'
      readonly of: string
      readonly call: number
      readonly ask: number
      /** JSON, or the reason why not. */
      readonly answer?: string
      readonly refused?: string
    }
  | { readonly kind: 'drop'; readonly of: string; readonly call: number }

/** From a thread. */
export type FromHost =
  | {
      readonly kind: 'ask'
      readonly call: number
      readonly ask: number
      readonly name: string
      /** JSON of the list of arguments. */
      readonly args: string
    }
  | { readonly kind: 'done'; readonly call: number; readonly outcome: Outcome }

/** The functions that a script is given, as `lessor.<name>`. */
export const hostFunctions = [
  'fetch',
  'smtp',
  'hash',
  'hmac',
  'sign',
  'verify',
  'encrypt',
  'decrypt',
  'random',
  'now',
  'kv.get',
  'kv.set',
  'kv.delete',
  'log',
] as const
export type HostFunction = (typeof hostFunctions)[number]

/** Those that reach the outside world: a call that is stopped after one of them may have done what it was for. */
export const outward: ReadonlySet<string> = new Set<HostFunction>(['fetch', 'smtp'])
