import { ShoppingOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { categoriesPath, groupsPath, newProductPath, productsPath } from './links.ts'

export const catalogPages = [
  page({
    path: productsPath,
    group: 'leasing',
    icon: ShoppingOutlined,
    text: 'catalog.title',
    needs: 'catalog.read',
    load: () => import('./page.tsx'),
  }),
  page({ path: groupsPath, needs: 'catalog.read', load: () => import('./groups-page.tsx') }),
  page({ path: categoriesPath, needs: 'catalog.read', load: () => import('./categories-page.tsx') }),
  page({ path: newProductPath, needs: 'catalog.edit', load: () => import('./new-product-page.tsx') }),
  page({ path: `${productsPath}/:id`, needs: 'catalog.read', load: () => import('./product-page.tsx') }),
]
