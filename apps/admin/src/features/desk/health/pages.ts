import { HeartOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { HealthBadge } from './badge.tsx'

export const healthPage = page({
  path: '/health',
  group: 'desk',
  icon: HeartOutlined,
  text: 'health.title',
  badge: HealthBadge,
  needs: 'health.read',
  load: () => import('./page.tsx'),
})
