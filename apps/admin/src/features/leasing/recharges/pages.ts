import { HistoryOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import { rechargesPath } from './links.ts'

export const rechargesPage = page({
  path: rechargesPath,
  group: 'leasing',
  icon: HistoryOutlined,
  text: 'recharges.title',
  needs: 'logs.read',
  load: () => import('./page.tsx'),
})
