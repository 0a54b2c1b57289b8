import { DesktopOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { onlinePath } from './links.ts'

export const onlinePage = page({
  path: onlinePath,
  group: 'people',
  icon: DesktopOutlined,
  text: 'online.title',
  needs: 'sessions.read',
  load: () => import('./page.tsx'),
})
