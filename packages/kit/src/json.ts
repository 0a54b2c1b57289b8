/** Deeper than any body of this product; a parser or a rule that recurses stays far from the stack's end. */
const maxDepth = 32

/** Reads JSON; throws SyntaxError on any other text, and on what is nested too deeply. */
export function parseJsonBounded(text: string): unknown {
  if (depthOf(text) > maxDepth) throw new SyntaxError('nested too deeply')
  return JSON.parse(text)
}

/** Whether a Content-Type names JSON; an absent one doesn't. */
export const isJsonType = (type: string | null | undefined): boolean =>
  /^application\/json\s*(;|$)/i.test(type ?? '')

/** Whether no text within, keys too, holds NUL or half of a surrogate pair: PostgreSQL refuses both. */
export function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (Array.isArray(value)) return value.every(isStorable)
  if (value === null || typeof value !== 'object') return true
  return Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner))
}

function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let quoted = false
  for (let i = 0; i < text.length; i++) {
    const sign = text.charCodeAt(i)
    if (quoted) {
      if (sign === backslash) i++
      else if (sign === quote) quoted = false
    } else if (sign === quote) quoted = true
    else if (sign === openBrace || sign === openBracket) deepest = Math.max(deepest, ++depth)
    else if (sign === closeBrace || sign === closeBracket) depth--
  }
  return deepest
}

const [quote, backslash] = [0x22, 0x5c]
const [openBrace, closeBrace, openBracket, closeBracket] = [0x7b, 0x7d, 0x5b, 0x5d]
