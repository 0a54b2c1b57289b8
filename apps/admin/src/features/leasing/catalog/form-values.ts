import type { Kind, Product } from './queries.ts'

/** A product as its form has it. */
export interface Fields {
  readonly kind: Exclude<Kind, 'vip'>
  readonly name: string
  readonly group_id?: string | undefined
  readonly description?: string | undefined
  readonly specs: readonly { readonly key: string; readonly value: string }[]
  readonly options: Product['options']
  readonly interface_id?: string | undefined
  readonly cost?: string | undefined
  readonly stock?: number | '' | undefined
  readonly refund_policy: Product['refund_policy']
  readonly refund_days: number
  readonly grace_days: number
  readonly position: number
  readonly active: boolean
}

export const usual: Partial<Fields> = {
  kind: 'server',
  specs: [],
  options: [],
  refund_policy: 'none',
  refund_days: 0,
  grace_days: 30,
  position: 0,
  active: true,
}

export const fieldsOf = (product: Product): Partial<Fields> => ({
  name: product.name,
  group_id: product.group_id ?? undefined,
  description: product.description,
  specs: Object.entries(product.specs).map(([key, value]) => ({ key, value: String(value) })),
  options: product.options,
  interface_id: product.interface_id ?? undefined,
  cost: product.cost ?? undefined,
  stock: product.stock ?? undefined,
  refund_policy: product.refund_policy,
  refund_days: product.refund_days,
  grace_days: product.grace_days,
  position: product.position,
  active: product.active,
})

const stockOf = ({ stock }: Fields): number | null => (stock === undefined || stock === '' ? null : stock)

/** What is sent of the form; the stock apart. */
export const bodyOf = (fields: Fields) => ({
  name: fields.name,
  group_id: fields.group_id ?? null,
  description: fields.description ?? '',
  specs: Object.fromEntries(fields.specs.map(({ key, value }) => [key, specOf(value)])),
  options: [...fields.options],
  interface_id: fields.interface_id ?? null,
  cost: fields.cost ? fields.cost : null,
  refund_policy: fields.refund_policy,
  refund_days: fields.refund_days,
  grace_days: fields.grace_days,
  position: fields.position,
  active: fields.active,
})

export const newBodyOf = (fields: Fields) => ({
  ...bodyOf(fields),
  kind: fields.kind,
  stock: stockOf(fields),
})

/** The stock goes along only when it was changed, and counts only if none was sold meanwhile. */
export function changeOf(fields: Fields, { stock: before }: Product) {
  const stock = stockOf(fields)
  return { ...bodyOf(fields), ...(stock !== before && { stock, stock_before: before }) }
}

/** A number where the same text comes back of it. */
const specOf = (value: string): string | number => {
  const number = Number(value)
  return value !== '' && String(number) === value && Math.abs(number) <= 1e12 ? number : value
}
