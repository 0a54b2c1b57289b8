/** A choice that the browser remembers; a browser that keeps nothing (a private window) still works. */
export function remembered<Value extends string>(key: string, values: readonly Value[], fallback: Value) {
  const storageKey = `lessor.${key}`
  const listeners = new Set<() => void>()
  let value = stored(storageKey, values) ?? fallback
  return {
    get: () => value,
    set: (next: Value) => {
      value = next
      keep(storageKey, next)
      for (const listener of listeners) listener()
    },
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}

function stored<Value extends string>(key: string, values: readonly Value[]): Value | undefined {
  try {
    const text = localStorage.getItem(key)
    return values.find((value) => value === text)
  } catch {
    return undefined // storage is forbidden here
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // Storage is forbidden here: the choice lasts as long as the page.
  }
}
