import { listLink } from '../../../pieces/list-link.ts'

export const productsPath = '/products'
export const newProductPath = '/products/new'
export const groupsPath = '/products/groups'
export const categoriesPath = '/products/categories'
export const productLink = (id: string) => `${productsPath}/${id}`
export const groupsOf = (category_id: string) =>
  listLink<'/api/admin/product-groups'>(groupsPath, { category_id })
export const productsOf = (group_id: string) => listLink<'/api/admin/products'>(productsPath, { group_id })
