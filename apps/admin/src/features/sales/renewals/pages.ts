import { SyncOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { renewalsPath } from './links.ts'

const load = withTexts('renewals', () => import('./texts.ts'))

export const renewalsPage = page({
  path: renewalsPath,
  group: 'sales',
  icon: SyncOutlined,
  text: 'renewals.title',
  needs: 'orders.read',
  load: load(() => import('./page.tsx')),
})
