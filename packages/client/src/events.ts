export type Listener<Event> = (event: Event) => void

/** Who wants to hear of what. */
export interface Events<Map> {
  /** The answer stops listening. */
  readonly on: <Name extends keyof Map>(name: Name, listener: Listener<Map[Name]>) => () => void
  readonly emit: <Name extends keyof Map>(name: Name, event: Map[Name]) => void
}

export function openEvents<Map>(): Events<Map> {
  const listeners: { [Name in keyof Map]?: Set<Listener<Map[Name]>> } = {}
  return {
    on: (name, listener) => {
      const set = (listeners[name] ??= new Set())
      set.add(listener)
      return () => void set.delete(listener)
    },
    emit: (name, event) => {
      // On its own, so that a listener that throws is reported as any error and breaks nothing of ours.
      for (const listener of listeners[name] ?? []) queueMicrotask(() => listener(event))
    },
  }
}
