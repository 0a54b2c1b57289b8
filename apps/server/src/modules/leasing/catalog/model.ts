/** The one product of kind `vip`, whose leases are VIP levels; the first migration makes it. */
export const vipProductId = '019a0000-0000-7000-8000-000000000001'

export const kinds = ['vip', 'codes', 'relay', 'server'] as const
export type Kind = (typeof kinds)[number]

/** Those of which staff make products: there is one VIP product for good. */
export const newKinds = ['codes', 'relay', 'server'] as const satisfies readonly Kind[]

export const refundPolicies = ['none', 'wallet', 'gateway'] as const
export type RefundPolicy = (typeof refundPolicies)[number]

/** What a product has: `cpu_cores`, `region`. */
export type Specs = Readonly<Record<string, string | number>>

const usualSpecs = ['cpu_cores', 'memory_gb', 'disk_gb', 'bandwidth_mbps', 'traffic_gb', 'region', 'os']

/** In an order that reads well, the usual ones first: the database keeps none. */
export function ordered(specs: Specs): Record<string, string | number> {
  const others = Object.keys(specs).filter((key) => !usualSpecs.includes(key))
  const keys = [...usualSpecs.filter((key) => Object.hasOwn(specs, key)), ...others.toSorted()]
  return Object.fromEntries(keys.map((key) => [key, specs[key] ?? '']))
}
