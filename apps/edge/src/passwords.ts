import { base64url, bytesOfBase64url } from './base64url.ts'

// The most that Workers grant PBKDF2.
const iterations = 100_000

/** `pbkdf2-sha256$<iterations>$<salt>$<hash>`, both base64url: what stands in the secret OPERATORS. */
export async function hashPassword(password: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(16))
  return `pbkdf2-sha256$${iterations}$${base64url(salt)}$${base64url(await derive(password, salt, iterations))}`
}

/** Whether it is the password; without a hash it costs the same, and is not. */
export async function verifyPassword(password: string, hash: string | undefined): Promise<boolean> {
  const [kind, rounds = '', salt = '', wanted = ''] = (hash ?? dummyHash).split('$')
  if (kind !== 'pbkdf2-sha256') throw new Error('OPERATORS holds a hash that is not pbkdf2-sha256')
  const derived = await derive(password, bytesOfBase64url(salt), Number(rounds))
  return same(derived, bytesOfBase64url(wanted)) && hash !== undefined
}

const dummyHash = `pbkdf2-sha256$${iterations}$${'A'.repeat(22)}$${'A'.repeat(43)}`

async function derive(password: string, salt: Uint8Array<ArrayBuffer>, rounds: number): Promise<Uint8Array> {
  const text = new TextEncoder().encode(password.normalize('NFKC'))
  const key = await crypto.subtle.importKey('raw', text, 'PBKDF2', false, ['deriveBits'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  return new Uint8Array(await crypto.subtle.deriveBits(how, key, 256))
}

/** In a time that doesn't tell where they differ. */
function same(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let i = 0; i < one.length; i++) difference |= (one[i] ?? 0) ^ (other[i] ?? 0)
  return difference === 0
}
