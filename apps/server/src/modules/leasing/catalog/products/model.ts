import { columnNames } from '@lessor/kit'
import type { Product } from './queries.ts'

/** The fields of a product that staff change. */
export const productFields = [
  'name',
  'devices',
  'groupId',
  'description',
  'specs',
  'options',
  'interfaceId',
  'cost',
  'stock',
  'refundPolicy',
  'refundDays',
  'graceDays',
  'position',
  'active',
] as const satisfies readonly (keyof Product)[]

/** A product as the audit log keeps it. */
export const auditedProduct = (product: Product) => ({
  kind: product.kind,
  ...columnNames(product, productFields),
})

/** A product as its statements take it. */
export const rowOf = <Row extends Pick<Product, 'specs' | 'options'>>(row: Row) => ({
  ...row,
  specs: JSON.stringify(row.specs),
  options: JSON.stringify(row.options),
})
