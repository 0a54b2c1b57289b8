import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { parseJsonBounded, refusal } from '@lessor/kit'
import { badJson } from '../refusals.ts'

export const bodyTooLarge = refusal('body_too_large', 'invalid', {
  en: 'The body is larger than {limit} bytes.',
  zh: '请求体超过 {limit} 字节。',
})

/** Reads at most `limit` bytes. */
export function readBody(incoming: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => bodyTooLarge({ params: { limit } })
  if (Number(incoming.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge())
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else reject(tooLarge())
    })
    incoming.on('end', () => resolve(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks)))
    incoming.on('error', reject)
    // Cut off before its end, now or before anybody listened.
    incoming.on('close', () => reject(badJson()))
    if (incoming.destroyed) reject(badJson())
  })
}

/** JSON in UTF-8, not nested too deeply; undefined where there is no body. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes)) throw badJson()
  try {
    return parseJsonBounded(bytes.toString())
  } catch {
    throw badJson()
  }
}
