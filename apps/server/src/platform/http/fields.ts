import { z } from '@hono/zod-openapi'

// Kinds of fields that requests share. Control characters (NUL among them, which PostgreSQL can't store) are refused.
const oneLine = /^[^\p{Cc}\p{Cs}]*$/u
const manyLines = /^[^\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$/u

/** A line of text a person typed: trimmed, at least one character. */
export const line = (max: number) => z.string().trim().min(1).max(max).regex(oneLine)
/** A line that may be left empty. */
export const optionalLine = (max: number) => z.string().trim().max(max).regex(oneLine)
/** Text that may have line breaks. */
export const note = (max: number) => z.string().trim().max(max).regex(manyLines)
/** Any secret or opaque value a client sends back: only bounded. */
export const opaque = (max: number) => z.string().min(1).max(max).regex(oneLine)
export const id = z.uuid()
export const instantText = z.iso.datetime({ offset: true })
export const level = z.int().min(1).max(100)

/** The page of a list: `cursor` from the last answer's `next_cursor`. */
export const page = {
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
}

/** A list's answer. */
export const items = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next_cursor: z.string().nullable() })
