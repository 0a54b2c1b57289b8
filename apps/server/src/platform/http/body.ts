import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { firstProblems, isStorable, parseJsonBounded, refusal, unstorable } from '@lessor/kit'
import { badJson, validationFailed } from '../refusals.ts'

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
    // Cut off before its end, now or before anybody listened: no fault of ours, though Node calls it ECONNRESET.
    incoming.on('error', () => reject(badJson()))
    incoming.on('close', () => reject(badJson()))
    if (incoming.destroyed) reject(badJson())
  })
}

/** JSON in UTF-8 that can be stored, not nested too deeply; undefined where there is no body. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  const value = isUtf8(bytes) ? parsed(bytes.toString()) : undefined
  if (value === undefined) throw badJson()
  if (!isStorable(value)) throw validationFailed({ problems: firstProblems([unstorable(value)]) })
  return value
}

function parsed(text: string): unknown {
  try {
    return parseJsonBounded(text)
  } catch {
    return undefined
  }
}
