import { AuditOutlined, HistoryOutlined, LoginOutlined, UserAddOutlined } from '@ant-design/icons'
import { page } from '../../page.ts'
import { auditPath, loginsPath, rechargesPath } from './links.ts'

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

export const rechargesPage = page({
  path: rechargesPath,
  group: 'leasing',
  icon: HistoryOutlined,
  text: 'logs.recharges',
  needs: 'logs.read',
  load: () => import('./recharges-page.tsx'),
})

export const auditPage = page({
  path: auditPath,
  group: 'core',
  icon: AuditOutlined,
  text: 'logs.audit',
  needs: 'audit.read',
  load: () => import('./audit-page.tsx'),
})
