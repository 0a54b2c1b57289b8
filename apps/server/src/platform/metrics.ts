import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client'
import type { Database } from './db.ts'
import type { Gate } from './http/gate.ts'
import { droppedLines } from './log-output.ts'
import { openRequestMetrics, type RequestMetrics } from './request-metrics.ts'

export interface Metrics {
  readonly registry: Registry
  /** All figures as the registry prints them; cached for a quarter of a second. */
  text(): Promise<string>
  readonly countRequests: RequestMetrics['countRequests']
  /** A figure that is read when somebody looks. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void
  counter(name: string, help: string): Counter
}

export function openMetrics(): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'lessor_' })
  return {
    registry,
    text: rarely(() => registry.metrics()),
    countRequests: openRequestMetrics(registry).countRequests,
    gauge: (name, help, read) => {
      const gauge: Gauge = new Gauge({
        name,
        help,
        registers: [registry],
        collect: async () => gauge.set(await read()),
      })
    },
    counter: (name, help) => new Counter({ name, help, registers: [registry] }),
  }
}

const freshMs = 250

/** Reading costs some milliseconds: scrapers, however many, must not keep the process from its work. */
function rarely(read: () => Promise<string>): () => Promise<string> {
  let last: Promise<string> | undefined
  let readAt = -Infinity
  return () => {
    const now = performance.now()
    if (last && now - readAt < freshMs) return last
    readAt = now
    return (last = read())
  }
}

export interface Observed {
  readonly db: Database
  readonly gates: Readonly<Record<string, Gate>>
  readonly known: () => number
  readonly sockets: () => number
}

/** Existing figures, exposed as metrics. */
export function observe(metrics: Metrics, { db, gates, known, sockets }: Observed): void {
  metrics.gauge('lessor_db_connections', 'Open database connections', () => db.pool.totalCount)
  metrics.gauge('lessor_db_waiting', 'Requests that wait for a connection', () => db.pool.waitingCount)
  for (const [name, gate] of Object.entries(gates)) {
    metrics.gauge(`lessor_http_${name}_busy`, 'Requests at work', () => gate.busy)
    metrics.gauge(`lessor_http_${name}_waiting`, 'Requests in line', () => gate.waiting)
  }
  metrics.gauge('lessor_log_lines_dropped', 'Log lines given up since the start', droppedLines)
  metrics.gauge('lessor_sessions_known', 'Sessions in the memory of this process', known)
  metrics.gauge('lessor_sockets', 'Open WebSockets', sockets)
}
