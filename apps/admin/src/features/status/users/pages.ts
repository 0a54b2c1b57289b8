import { ProfileOutlined, SolutionOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { recordsPath, usersPath } from './links.ts'

export const usersPage = page({
  path: usersPath,
  group: 'status',
  icon: SolutionOutlined,
  text: 'users.title',
  needs: 'status.read',
  load: () => import('./page.tsx'),
})

export const recordsPage = page({
  path: recordsPath,
  group: 'status',
  icon: ProfileOutlined,
  text: 'users.records',
  needs: 'status.read',
  load: () => import('./records-page.tsx'),
})
