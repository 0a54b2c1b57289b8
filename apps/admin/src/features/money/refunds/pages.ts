import { RollbackOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { refundsPath } from './links.ts'

export const refundsPage = page({
  path: refundsPath,
  group: 'money',
  icon: RollbackOutlined,
  text: 'refunds.title',
  needs: 'payments.read',
  load: () => import('./page.tsx'),
})
