import bcrypt from 'bcrypt'
import { Buffer } from 'node:buffer'
import { openGate, type Gate } from './http/gate.ts'

/** bcrypt reads 72 bytes; more would silently not count, so more is refused. */
export const maxPasswordBytes = 72
export const minPasswordLength = 8

/** Whether a password may be chosen: 8 characters or more, up to 72 bytes of UTF-8. */
export const isPassword = (text: string): boolean =>
  text.length >= minPasswordLength && Buffer.byteLength(text) <= maxPasswordBytes

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time whether there is a hash to compare with or not. */
  verify(password: string, hash: string | null | undefined): Promise<boolean>
  /** Whether the hash was made at a lower cost than is configured now. */
  isWeak(hash: string): boolean
}

/**
 * Hashing is meant to be slow. No more of it runs at once than there are cores, off the main thread, so that other requests go on;
 * the rest waits in line and is sent away when the line is too long.
 */
export function openPasswords(cost: number, threads: number): Passwords {
  const gate = openGate({ places: threads, line: 500, patienceMs: 10_000 })
  // Of nobody's password: compared with when there is no such account.
  const decoy = bcrypt.hash(`decoy ${Math.random()}`, cost)
  return {
    hash: (password) => within(gate, () => bcrypt.hash(checked(password), cost)),
    verify: (password, hash) =>
      within(gate, async () => {
        const matches = await bcrypt.compare(password.slice(0, maxPasswordBytes), hash ?? (await decoy))
        return matches && typeof hash === 'string' && Buffer.byteLength(password) <= maxPasswordBytes
      }),
    isWeak: (hash) => bcrypt.getRounds(hash) < cost,
  }
}

function checked(password: string): string {
  if (Buffer.byteLength(password) > maxPasswordBytes)
    throw new RangeError('The password is longer than 72 bytes')
  return password
}

async function within<T>(gate: Gate, work: () => Promise<T>): Promise<T> {
  await gate.enter()
  try {
    return await work()
  } finally {
    gate.leave()
  }
}
