import { ShoppingOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { categoriesPath, groupsPath, newProductPath, productsPath } from './links.ts'

const load = withTexts('catalog', () => import('./texts.ts'))

export const catalogPages = [
  page({
    path: productsPath,
    group: 'leasing',
    icon: ShoppingOutlined,
    text: 'catalog.title',
    needs: 'catalog.read',
    load: load(() => import('./page.tsx')),
  }),
  page({ path: groupsPath, needs: 'catalog.read', load: load(() => import('./groups-page.tsx')) }),
  page({ path: categoriesPath, needs: 'catalog.read', load: load(() => import('./categories-page.tsx')) }),
  page({ path: newProductPath, needs: 'catalog.edit', load: load(() => import('./new-product-page.tsx')) }),
  page({
    path: `${productsPath}/:id`,
    needs: 'catalog.read',
    load: load(() => import('./product-page.tsx')),
  }),
]
