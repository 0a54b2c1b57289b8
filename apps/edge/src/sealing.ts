import { base64url, bytesOfBase64url } from './base64url.ts'
import { secretOf } from './operators.ts'
import type { Env } from './platform.ts'

/** Keeps a text so that only this Worker reads it, for as long as it has the same JWT_SECRET. */
export interface Sealing {
  seal(text: string): Promise<string>
  /** Undefined for what was sealed under another secret. */
  open(sealed: string): Promise<string | undefined>
}

const ivBytes = 12

export function sealingOf(env: Env): Sealing {
  const derived = () => keyOf(secretOf(env))
  return {
    seal: async (text) => {
      const iv = crypto.getRandomValues(new Uint8Array(ivBytes))
      const how = { name: 'AES-GCM', iv }
      const sealed = await crypto.subtle.encrypt(how, await derived(), new TextEncoder().encode(text))
      return base64url(new Uint8Array([...iv, ...new Uint8Array(sealed)]))
    },
    open: async (sealed) => {
      const bytes = bytesOfBase64url(sealed)
      const how = { name: 'AES-GCM', iv: bytes.slice(0, ivBytes) }
      // It fails where the tag doesn't fit the key: nothing else can go wrong with what we sealed.
      const opened = crypto.subtle.decrypt(how, await derived(), bytes.slice(ivBytes)).catch(() => undefined)
      return opened.then((text) => text && new TextDecoder().decode(text))
    },
  }
}

/** Of its own purpose: what signs sessions seals nothing. */
async function keyOf(secret: string): Promise<CryptoKey> {
  const bytes = new TextEncoder().encode(secret)
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey'])
  const info = new TextEncoder().encode('lessor: answers that are kept')
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ])
}
