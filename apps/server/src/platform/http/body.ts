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

/** Strict JSON: UTF-8, not too deep. */
export function parseJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  if (!isUtf8(bytes) || depthOf(bytes) > maxDepth) throw badJson()
  try {
    return JSON.parse(bytes.toString()) as unknown
  } catch {
    throw badJson()
  }
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
