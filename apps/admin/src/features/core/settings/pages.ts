import { SettingOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'

export const settingsPage = page({
  path: '/settings',
  group: 'core',
  icon: SettingOutlined,
  text: 'settings.title',
  needs: 'settings.manage',
  load: withTexts('settings', () => import('./texts.ts'))(() => import('./page.tsx')),
})
