import { BookOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { ledgerPath } from './links.ts'

export const ledgerPage = page({
  path: ledgerPath,
  group: 'money',
  icon: BookOutlined,
  text: 'ledger.title',
  needs: 'ledger.read',
  load: () => import('./page.tsx'),
})
