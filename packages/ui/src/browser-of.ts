const known = ['Edg', 'Firefox', 'Chrome', 'Safari']
const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'Mac OS', 'Linux']

/** A browser in two words; the first name that fits, since each pretends to be those after it. */
export function browserOf(userAgent: string): string {
  const find = (names: readonly string[]) => names.find((name) => userAgent.includes(name))
  const parts = [find(known)?.replace('Edg', 'Edge'), find(systems)].filter((part) => part !== undefined)
  return parts.length > 0 ? parts.join(' · ') : userAgent.slice(0, 40)
}
