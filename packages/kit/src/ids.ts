import { v5, v7, validate } from 'uuid'

/** A new UUIDv7 (RFC 9562): ordered by time, so that rows made together lie together. */
export const newId = (): string => v7()

export const isId = (text: string): boolean => validate(text)

// The project's own name space for name-based ids; any fixed UUID serves.
const ids = '6d1f5c1e-2a57-5f0c-9a55-1c0d9a7e5f10'

/** The same parts give the same id (UUIDv5), on every machine: what must happen once is inserted under it. */
export const idOf = (...parts: readonly string[]): string => v5(parts.join('\u0000'), ids)
