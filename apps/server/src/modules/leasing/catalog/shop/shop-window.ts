import type { Db } from '../../../../platform/db.ts'
import { offeredProducts, type OfferedProduct } from './queries.ts'

type Shelved = Omit<OfferedProduct, 'categoryId' | 'categoryName' | 'groupId' | 'groupName'>
export interface ShopGroup {
  readonly id: string
  readonly name: string
  readonly products: Shelved[]
}
export interface ShopCategory {
  readonly id: string
  readonly name: string
  readonly groups: ShopGroup[]
}

/** Everything that can be bought now: categories > groups > products > plans, in their order. */
export async function shopWindow(db: Db): Promise<ShopCategory[]> {
  const categories: ShopCategory[] = []
  for (const row of await offeredProducts.all(db, {})) {
    const { categoryId, categoryName, groupId, groupName, ...product } = row
    // The rows stand in the shop's order: what is new begins where the one before ends.
    let category = categories.at(-1)
    if (category?.id !== categoryId)
      categories.push((category = { id: categoryId, name: categoryName, groups: [] }))
    let group = category.groups.at(-1)
    if (group?.id !== groupId) category.groups.push((group = { id: groupId, name: groupName, products: [] }))
    group.products.push(product)
  }
  return categories
}
