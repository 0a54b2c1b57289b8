import { AppstoreOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'

export const softwarePage = page({
  path: '/software',
  group: 'vip',
  icon: AppstoreOutlined,
  text: 'software.title',
  needs: 'catalog.read',
  load: () => import('./page.tsx'),
})
