import { ShoppingCartOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { ordersPath } from './links.ts'

export const orderPages = [
  page({
    path: ordersPath,
    group: 'sales',
    icon: ShoppingCartOutlined,
    text: 'orders.title',
    needs: 'orders.read',
    load: () => import('./page.tsx'),
  }),
  page({ path: '/orders/:id', needs: 'orders.read', load: () => import('./order-page.tsx') }),
]
