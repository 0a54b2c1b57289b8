import { AlertOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { AlertsBadge } from './badge.tsx'
import { alertsPath, rulesPath } from './links.ts'

export const alertPages = [
  page({
    path: alertsPath,
    group: 'core',
    icon: AlertOutlined,
    text: 'alerts.title',
    badge: AlertsBadge,
    needs: 'alerts.read',
    load: () => import('./page.tsx'),
  }),
  page({ path: rulesPath, needs: 'alerts.read', load: () => import('./rules-page.tsx') }),
]
