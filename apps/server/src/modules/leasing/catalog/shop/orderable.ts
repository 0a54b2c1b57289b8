import type { Kind } from '../model.ts'

const kinds = new Set<string>()

/** Says, when the program is loaded, that orders of a kind of product can be fulfilled: by the module that does it. */
export const canBeOrdered = (kind: string): void => void kinds.add(kind)

export const isOrderable = (kind: Kind): boolean => kinds.has(kind)
