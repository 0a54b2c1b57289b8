import type { Server } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** Closes a server without cutting requests under way. */
export interface GracefulClose {
  /** Whether each answer is its connection's last. */
  readonly closing: boolean
  /** Takes no more connections, finishes the requests under way, and cuts what lasts longer than `graceMs`. */
  close(graceMs: number): Promise<void>
}

const partingMs = 150

export function openGracefulClose(server: Server): GracefulClose {
  let closing = false
  const connections = new Set<Socket>()
  server.on('connection', (socket) => {
    connections.add(socket)
    socket.once('close', () => connections.delete(socket))
  })
  const bytes = () => [...connections].reduce((sum, one) => sum + one.bytesRead + one.bytesWritten, 0)
  const isRead = () => [...connections].every(({ writableLength }) => writableLength === 0)
  let seen = -1
  const cutIdle = () => {
    const now = bytes()
    // Not while anything moves, nor while the end of an answer waits for a slow reader, which Node takes for idle.
    if (now === seen && isRead()) server.closeIdleConnections()
    seen = now
  }

  return {
    get closing() {
      return closing
    },
    close: async (graceMs) => {
      closing = true
      // Not http's own close: it cuts idle connections at once, and with them the requests that are just on their way.
      // Busy clients leave with their next answer; who is silent for a while is cut, after a look at what has come in.
      const closed = new Promise((resolve) => NetServer.prototype.close.call(server, resolve))
      const part = setInterval(() => setImmediate(cutIdle), partingMs)
      const cut = setTimeout(() => server.closeAllConnections(), graceMs)
      await closed
      clearInterval(part)
      clearTimeout(cut)
    },
  }
}
