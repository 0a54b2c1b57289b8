import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { refusal } from '@lessor/kit'
import { badJson } from '../refusals.ts'

export const bodyTooLarge = refusal('body_too_large', 'invalid', {
  en: 'The body is larger than {limit} bytes.',
  zh: '请求体超过 {limit} 字节。',
})

/** Deeper than any body of this product; a parser or a rule that recurses stays far from the stack's end. */
const maxDepth = 32

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
    incoming.on('aborted', () => reject(badJson()))
  })
}

/** Strict JSON: UTF-8, not too deep, without NUL. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes) || depthOf(bytes) > maxDepth) throw badJson()
  const text = bytes.toString()
  const value = parsed(text)
  // Only the escape can bring NUL in; the search is cheap, the walk is rare.
  if (text.includes('\\u0000') && hasNul(value)) throw badJson()
  return value
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw badJson()
  }
}

/** Whether any text within holds NUL, which PostgreSQL can't store and no field means. */
function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (Array.isArray(value)) return value.some(hasNul)
  if (value === null || typeof value !== 'object') return false
  return Object.entries(value).some(([key, inner]) => key.includes('\0') || hasNul(inner))
}

const [quote, backslash, openBrace, closeBrace, openBracket, closeBracket] = Buffer.from('"\\{}[]') as unknown as [
  number, number, number, number, number, number,
] // prettier-ignore

function depthOf(bytes: Buffer): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]
    if (quoted) {
      if (byte === backslash) i++
      else if (byte === quote) quoted = false
    } else if (byte === quote) quoted = true
    else if (byte === openBrace || byte === openBracket) deepest = Math.max(deepest, ++depth)
    else if (byte === closeBrace || byte === closeBracket) depth--
  }
  return deepest
}
