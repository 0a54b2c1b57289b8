import type { Metric } from './model.ts'

const declared = new Map<string, Metric>()

/** Declares a metric with its usual rule, once, in the module that measures it. */
export function alertMetric(metric: Metric): Metric {
  if (declared.has(metric.name)) throw new Error(`The metric ${metric.name} is declared twice`)
  declared.set(metric.name, metric)
  return metric
}

/** Those of every module that is loaded. */
export const alertMetrics = (): readonly Metric[] => [...declared.values()]
