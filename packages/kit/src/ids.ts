import { v5, v7, validate } from 'uuid'

// Asking the system for 16 bytes costs more than the rest of an id: they are drawn in advance.
const drawn = new Uint8Array(4_096)
let used = drawn.length

function rng(): Uint8Array {
  if (used === drawn.length) {
    crypto.getRandomValues(drawn)
    used = 0
  }
  return drawn.slice(used, (used += 16))
}

let msecs = 0
let seq = 0

/** A new UUIDv7 (RFC 9562), above all that this process made before: rows made together lie together, in their order. */
export function newId(): string {
  const random = rng()
  const now = Date.now()
  if (now > msecs) {
    msecs = now
    // 31 bits of the 32 that there are: no millisecond is long enough to count past the end.
    seq = new DataView(random.buffer).getUint32(0) >>> 1
  } else seq++
  return v7({ msecs, seq, random })
}

export const isId = (text: string): boolean => validate(text)

// The project's own name space for name-based ids; any fixed UUID serves.
const ids = '6d1f5c1e-2a57-5f0c-9a55-1c0d9a7e5f10'

/** The same parts give the same id (UUIDv5), on every machine: what must happen once is inserted under it. */
export const idOf = (...parts: readonly string[]): string => v5(parts.join('\u0000'), ids)
