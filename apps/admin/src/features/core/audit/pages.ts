import { AuditOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { auditPath } from './links.ts'

export const auditPage = page({
  path: auditPath,
  group: 'core',
  icon: AuditOutlined,
  text: 'audit.title',
  needs: 'audit.read',
  load: () => import('./page.tsx'),
})
