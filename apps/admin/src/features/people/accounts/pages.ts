import { TeamOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { accountsPath } from './links.ts'

export const accountsPage = page({
  path: accountsPath,
  group: 'people',
  icon: TeamOutlined,
  text: 'accounts.title',
  needs: 'accounts.read',
  load: () => import('./page.tsx'),
})

export const accountPage = page({
  path: '/accounts/:id',
  needs: 'accounts.read',
  load: () => import('./account-page.tsx'),
})
