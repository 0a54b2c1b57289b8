import { IdcardOutlined } from '@ant-design/icons'
import { page } from '../../../page.ts'

export const staffPage = page({
  path: '/staff',
  group: 'people',
  icon: IdcardOutlined,
  text: 'staff.title',
  needs: 'staff.read',
  load: () => import('./page.tsx'),
})
