import { Counter, type Metric, type Registry } from 'prom-client'

/** Notes an answer and the seconds that it took. */
export type Note = (status: number, seconds: number) => void

export interface RequestMetrics {
  countRequests(method: string, route: string): Note
}

interface RouteMetrics {
  readonly method: string
  readonly route: string
  readonly statuses: Map<number, number>
  /** How many answers took up to each bound, and longer than the last. */
  readonly within: number[]
  seconds: number
}

const boundsS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10]

/**
 * Counts and times requests by route. Every answer passes here, so it is a few additions; the labels and texts of the
 * library's own counters, a twentieth of a heartbeat, are made when somebody looks.
 */
export function openRequestMetrics(registry: Registry): RequestMetrics {
  const routes: RouteMetrics[] = []
  const requests = new Counter({
    name: 'lessor_http_requests_total',
    help: 'Requests answered',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
    collect: () => {
      requests.reset()
      for (const { method, route, statuses } of routes)
        for (const [status, count] of statuses) requests.inc({ method, route, status }, count)
    },
  })
  registry.registerMetric(durations(routes) as unknown as Metric)
  return {
    countRequests: (method, route) => {
      const countRequests: RouteMetrics = {
        method,
        route,
        statuses: new Map(),
        within: [...boundsS, Infinity].map(() => 0),
        seconds: 0,
      }
      routes.push(countRequests)
      return (status, seconds) => {
        countRequests.statuses.set(status, (countRequests.statuses.get(status) ?? 0) + 1)
        const bucket = boundsS.findIndex((bound) => seconds <= bound)
        const place = bucket < 0 ? boundsS.length : bucket
        countRequests.within[place] = (countRequests.within[place] ?? 0) + 1
        countRequests.seconds += seconds
      }
    },
  }
}

/** A histogram as the registry prints it: buckets that count everything up to their bound. */
function durations(routes: readonly RouteMetrics[]) {
  const name = 'lessor_http_request_seconds'
  const valuesOf = ({ method, route, within, seconds }: RouteMetrics) => {
    const labels = { method, route }
    let count = 0
    const buckets = [...boundsS, '+Inf'].map((le, place) => {
      count += within[place] ?? 0
      return { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count }
    })
    const sum = { metricName: `${name}_sum`, labels, value: seconds }
    return [...buckets, sum, { metricName: `${name}_count`, labels, value: count }]
  }
  return {
    name,
    help: 'Time from the head of a request to its answer',
    type: 'histogram',
    get: async () => ({
      name,
      help: 'Time from the head of a request to its answer',
      type: 'histogram',
      values: routes.filter(({ statuses }) => statuses.size > 0).flatMap(valuesOf),
    }),
    reset: () => undefined,
  }
}
