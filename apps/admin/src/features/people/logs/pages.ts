import { LoginOutlined, UserAddOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { loginsPath } from './links.ts'

export const loginsPage = page({
  path: loginsPath,
  group: 'people',
  icon: LoginOutlined,
  text: 'logs.logins',
  needs: 'logs.read',
  load: () => import('./logins-page.tsx'),
})

export const registrationsPage = page({
  path: '/logs/registrations',
  group: 'people',
  icon: UserAddOutlined,
  text: 'logs.registrations',
  needs: 'logs.read',
  load: () => import('./registrations-page.tsx'),
})
