import bcrypt from 'bcrypt'
import { Buffer } from 'node:buffer'
import { isCommonPassword } from './common-passwords.ts'
import { openGate, type Gate } from './http/gate.ts'

/** bcrypt reads 72 bytes; more would silently not count, so more is refused. */
export const maxPasswordBytes = 72
export const minPasswordLength = 8

/** A password as it is hashed: NFC, so that a Mac and a PC agree on composed letters. */
export const passwordText = (text: string): string => text.normalize('NFC')

/** Whether a password may be chosen: 8 characters or more, up to 72 bytes of UTF-8, and not a common one. */
export const isPassword = (text: string): boolean =>
  passwordText(text).length >= minPasswordLength &&
  Buffer.byteLength(passwordText(text)) <= maxPasswordBytes &&
  !isCommonPassword(text)

export interface Passwords {
  hash(password: string): Promise<string>
  /** Takes the same time whether there is a hash to compare with or not, and whatever its cost was. */
  verify(password: string, hash: string | null | undefined): Promise<boolean>
  /** Whether the hash was made at a lower cost than is configured now. */
  isWeak(hash: string): boolean
}

/**
 * Hashing is meant to be slow. No more of it runs at once than there are cores, off the main thread, so that other requests are served;
 * the rest waits in line and is sent away when the line is too long.
 */
export function openPasswords(cost: number, threads: number): Passwords {
  const gate = openGate({ places: threads, line: 500, patienceMs: 10_000 })
  void decoy(cost)
  return {
    hash: (password) => within(gate, () => bcrypt.hash(checked(passwordText(password)), cost)),
    verify: (password, hash) => within(gate, () => verify(password, hash, cost)),
    isWeak: (hash) => bcrypt.getRounds(hash) < cost,
  }
}

async function verify(password: string, hash: string | null | undefined, cost: number): Promise<boolean> {
  const known = hash ?? (await decoy(cost))
  const text = passwordText(password)
  let isRight = await matches(text, known)
  // A hash from before passwords were normalised.
  if (!isRight && text !== password) isRight = await matches(password, known)
  // Work of 2^c doubles with the cost: one comparison at each cost from the hash's to the one below makes up for it.
  for (let c = bcrypt.getRounds(known); c < cost; c++) await matches(text, await decoy(c))
  return isRight && typeof hash === 'string'
}

const matches = async (password: string, hash: string): Promise<boolean> =>
  (await bcrypt.compare(password.slice(0, maxPasswordBytes), hash)) &&
  Buffer.byteLength(password) <= maxPasswordBytes

const decoys = new Map<number, Promise<string>>()

/** A hash of no account's password, to compare with where there is none, or a cheaper one. */
function decoy(cost: number): Promise<string> {
  const made = decoys.get(cost) ?? bcrypt.hash(`decoy ${Math.random()}`, cost)
  decoys.set(cost, made)
  return made
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
