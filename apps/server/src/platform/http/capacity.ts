import { MINUTE_MS, networkOf } from '@lessor/kit'
import type { Server } from 'node:http'
import type { Logger } from '../log.ts'
import { addressIn } from './addresses.ts'

/** What the log, the signals, the jobs and files being read take besides the database's pool. */
const otherDescriptors = 64

/** How many connections of clients fit: a process without descriptors can't reach its database either. */
export function roomForClients(wanted: number, databaseConnections: number): number {
  // Its network part would look names up.
  const report = Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = report.getReport() as { userLimits?: { open_files: { soft: number | 'unlimited' } } }
  // Windows has no such limit.
  const descriptors = userLimits?.open_files.soft
  if (typeof descriptors !== 'number') return wanted
  return Math.max(1, Math.min(wanted, descriptors - databaseConnections - otherDescriptors))
}

// What one network may hold of all connections: the rest is for others, even while it holds its own open for nothing.
const shareOfNetwork = 3 / 4

/** Beyond the cap a new connection is closed at once; those that wait for another request make room for the next. */
export function capConnections(server: Server, maxConnections: number, log: Logger): void {
  let warnedAt = -Infinity
  const refused = (why: string) => {
    server.closeIdleConnections()
    if (performance.now() - warnedAt < MINUTE_MS) return
    warnedAt = performance.now()
    log.warn({ maxConnections }, why)
  }
  const open = new Map<string, number>()
  server.maxConnections = maxConnections
  server.on('drop', () => refused('too many connections: new ones are closed'))
  server.on('connection', (socket) => {
    const network = networkOf(addressIn(socket.remoteAddress ?? ''))
    const held = (open.get(network) ?? 0) + 1
    open.set(network, held)
    socket.once('close', () => {
      const left = (open.get(network) ?? 1) - 1
      if (left > 0) open.set(network, left)
      else open.delete(network)
    })
    if (held <= maxConnections * shareOfNetwork) return
    socket.destroy()
    refused('too many connections of one network: new ones are closed')
  })
}
