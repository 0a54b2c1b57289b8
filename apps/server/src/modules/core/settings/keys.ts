import { configKeys } from '../../../config.ts'

/** What staff may change while the server runs; the rest of config.toml is read once, at the start. */
export const staffKeys = configKeys().filter(({ label }) => label !== undefined)

export const isStaffKey = (key: string): boolean => staffKeys.some(({ name }) => name === key)

/** Those stored and announced sealed, and never shown. */
export const secretKeys: readonly string[] = staffKeys.filter((key) => key.secret).map(({ name }) => name)
