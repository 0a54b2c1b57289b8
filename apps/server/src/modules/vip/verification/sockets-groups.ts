import type { WebSocket } from 'ws'

/** Sockets by what they belong to, the oldest first; closed ones leave by themselves. */
export interface SocketGroups {
  keys(): string[]
  of(key: string): WebSocket[]
  /** Answers the sockets that are too many with this one: the oldest. */
  add(key: string, socket: WebSocket): WebSocket[]
  remove(key: string, socket: WebSocket): void
}

export function openGroups(most = Infinity): SocketGroups {
  const groups = new Map<string, Set<WebSocket>>()
  const of = (key: string) => [...(groups.get(key) ?? [])]
  const remove = (key: string, socket: WebSocket) => {
    const group = groups.get(key)
    group?.delete(socket)
    if (group?.size === 0) groups.delete(key)
  }
  return {
    keys: () => [...groups.keys()],
    of,
    remove,
    add: (key, socket) => {
      groups.set(key, (groups.get(key) ?? new Set()).add(socket))
      socket.on('close', () => remove(key, socket))
      const members = of(key)
      return members.slice(0, Math.max(0, members.length - most))
    },
  }
}
