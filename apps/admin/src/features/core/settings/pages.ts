import { SettingOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'

export const settingsPage = page({
  path: '/settings',
  group: 'core',
  icon: SettingOutlined,
  text: 'settings.title',
  needs: 'settings.manage',
  load: () => import('./page.tsx'),
})
