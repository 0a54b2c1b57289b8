import { BarChartOutlined } from '@ant-design/icons'
import { withTexts } from '../../../late-texts.ts'
import { page } from '../../../page.ts'
import { reportsPath } from './links.ts'

const load = withTexts('reports', () => import('./texts.ts'))

export const reportsPage = page({
  path: reportsPath,
  group: 'money',
  icon: BarChartOutlined,
  text: 'reports.title',
  needs: 'reports.read',
  load: load(() => import('./page.tsx')),
})
