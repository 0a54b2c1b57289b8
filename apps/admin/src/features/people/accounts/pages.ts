import { TeamOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { accountsPath } from './links.ts'

export const accountsPage = page({
  path: accountsPath,
  group: 'people',
  icon: TeamOutlined,
  text: 'accounts.title',
  needs: 'accounts.read',
  load: () => import('./page.tsx'),
})

const load = withTexts('invoices', () => import('../../money/invoices/texts.ts'))

export const accountPage = page({
  path: '/accounts/:id',
  needs: 'accounts.read',
  load: load(() => import('./account-page.tsx')),
})
