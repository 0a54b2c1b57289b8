import { DashboardOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'
import TodayPage from './page.tsx'

export const todayPage = page({
  path: '/today',
  group: 'desk',
  icon: DashboardOutlined,
  text: 'today.title',
  needs: 'status.read',
  // Where everybody begins: it comes with the first script.
  component: TodayPage,
})
